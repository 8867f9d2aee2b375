import { toPathText } from './path-segments';
import type { Segment } from './pattern';

interface RouteNode<Entry> {
  readonly texts: Map<string, RouteNode<Entry>>;
  parameter: RouteNode<Entry> | undefined;
  /** Whose pattern ends here. */
  readonly ends: Entry[];
  /** Whose pattern takes the rest of the path from here. */
  readonly rests: Entry[];
}

/**
 * Routes by the texts of their patterns, segment by segment: a search sees only routes whose texts fit.
 *
 * What it finds is in no order, and no converter has been asked.
 */
export class RouteTree<Entry> {
  readonly #root = createNode<Entry>();

  /** Adds a route. */
  insert(segments: readonly Segment[], entry: Entry): void {
    let node = this.#root;
    for (const segment of segments) {
      if (segment.kind === 'rest') {
        node.rests.push(entry);
        return;
      }
      node = segment.kind === 'text' ? readText(node, segment.text) : (node.parameter ??= createNode());
    }
    node.ends.push(entry);
  }

  /** The routes whose texts are those of a path, which `readPathSegments` has split. */
  readFitting(path: readonly string[]): Entry[] {
    const found: Entry[] = [];

    const visit = (node: RouteNode<Entry>, index: number): void => {
      const segment = path[index];
      if (segment === undefined) {
        found.push(...node.ends);
        return;
      }
      found.push(...node.rests);
      const next = node.texts.get(segment);
      if (next) visit(next, index + 1);
      if (node.parameter && segment !== '') visit(node.parameter, index + 1);
    };
    visit(this.#root, 0);

    return found;
  }

  /** The routes that match whatever a pattern matches, as far as texts tell. */
  readCovering(pattern: readonly Segment[]): Entry[] {
    const found: Entry[] = [];

    const visit = (node: RouteNode<Entry>, index: number): void => {
      const segment = pattern[index];
      found.push(...(segment ? node.rests : node.ends));
      if (!segment || segment.kind === 'rest') return;

      const next = segment.kind === 'text' ? node.texts.get(toPathText(segment.text)) : undefined;
      if (next) visit(next, index + 1);
      if (node.parameter) visit(node.parameter, index + 1);
    };
    visit(this.#root, 0);

    return found;
  }

  /**
   * The routes that match some path which Fastify's router finds under a shape.
   *
   * The router prefers text to a parameter and a parameter to a wildcard, from left to right. So where a route first
   * differs from the shape it must be the less preferred one: otherwise the router would have found the route's shape.
   */
  readOverlapping(shape: readonly Segment[]): Entry[] {
    const found: Entry[] = [];

    const visit = (node: RouteNode<Entry>, index: number, differs: boolean): void => {
      const segment = shape[index];
      if (!segment) {
        found.push(...node.ends);
        return;
      }
      found.push(...node.rests);
      if (segment.kind === 'rest') {
        if (differs) found.push(...readBelow(node));
        return;
      }
      for (const next of readTexts(node, segment, differs)) visit(next, index + 1, differs);
      if (node.parameter) visit(node.parameter, index + 1, differs || segment.kind === 'text');
    };
    visit(this.#root, 0, false);

    return found;
  }
}

function createNode<Entry>(): RouteNode<Entry> {
  return { texts: new Map(), parameter: undefined, ends: [], rests: [] };
}

function readText<Entry>(node: RouteNode<Entry>, text: string): RouteNode<Entry> {
  const key = toPathText(text);
  const next = node.texts.get(key) ?? createNode<Entry>();
  node.texts.set(key, next);
  return next;
}

function readTexts<Entry>(node: RouteNode<Entry>, segment: Segment, differs: boolean): RouteNode<Entry>[] {
  if (segment.kind !== 'text') return differs ? [...node.texts.values()] : [];
  const next = node.texts.get(toPathText(segment.text));
  return next ? [next] : [];
}

function readBelow<Entry>(node: RouteNode<Entry>): Entry[] {
  const below = node.parameter ? [...node.texts.values(), node.parameter] : [...node.texts.values()];
  return below.flatMap((next) => [...next.ends, ...next.rests, ...readBelow(next)]);
}
