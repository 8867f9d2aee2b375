import { describeToken, type TokenOf } from '../metadata/token';
import type { Edge, Graph } from './graph';
import { type Node, readNeeded } from './node';
import type { Dependency } from './dependency';
import { readParameterName } from './parameters';

/** How each node is reached, on the shortest way from a view; where no view reaches it, from middleware, then from itself. */
export class GraphPaths {
  readonly #parents = new Map<Node, Node | undefined>();

  constructor(private readonly graph: Graph) {
    const { middleware } = graph.sources;
    const nodes = [...graph.nodes.values()];
    this.#spread(graph.roots);
    this.#spread(nodes.filter(({ token }) => middleware.has(token)));
    for (const node of nodes) this.#spread([node]);
  }

  /** `NotesView → Notes, parameter "clock" (2nd)`. */
  describeEdge({ node, dependency }: Edge): string {
    return describeAt(this.describeNode(node), dependency);
  }

  /** `NotesView → Notes`. */
  describeNode(node: Node): string {
    const names: string[] = [];
    for (let each: Node | undefined = node; each; each = this.#parents.get(each)) names.push(describeToken(each.token));
    return names.reverse().join(' → ');
  }

  // Nearest first.
  #spread(starts: readonly Node[]): void {
    const queue = starts.filter((each) => !this.#parents.has(each));
    for (const each of queue) this.#parents.set(each, undefined);
    for (const node of queue) {
      for (const token of readNeeded(node)) {
        const next = this.#find(token);
        if (!next || this.#parents.has(next)) continue;
        this.#parents.set(next, node);
        queue.push(next);
      }
    }
  }

  #find(token: TokenOf<unknown>): Node | undefined {
    return this.graph.isGiven(token) ? undefined : this.graph.nodes.get(token);
  }
}

/** `Notes, parameter "clock" (2nd)`, or the position alone where the source gives no name. */
export function describeAt(path: string, { index, declaredBy }: Dependency): string {
  if (declaredBy === 'decorator') return path;
  if (declaredBy === 'useToken') return `${path} (useToken)`;
  const position = describePosition(index);
  if (!declaredBy) return `${path} (${position} of inject)`;
  const name = readParameterName(declaredBy, index);
  return name === undefined ? `${path}, ${position} parameter` : `${path}, parameter "${name}" (${position})`;
}

function describePosition(index: number): string {
  const place = index + 1;
  const ending = endings[pluralRules.select(place)];
  return `${place}${ending ?? 'th'}`;
}

const pluralRules = new Intl.PluralRules('en', { type: 'ordinal' });
const endings: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = { one: 'st', two: 'nd', few: 'rd' };
