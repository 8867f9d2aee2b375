import type { Problem } from '../errors/configuration-error';
import { duplicateRouteName } from '../errors/routing-problems';
import type { AbstractClass } from '../metadata/class';
import { type Pattern, readParameters } from './pattern';
import { type Target, unknownTarget, wrongParameters } from './reverse-errors';
import { type UrlOptions, type UrlParams, type UrlQuery, Urls } from './urls';
import { writePath } from './write-path';

/** What reversing needs to know of a route. */
export interface ReversibleRoute {
  /** With the names of the includes: `api:note`. */
  readonly name: string | undefined;
  readonly view: AbstractClass | undefined;
  readonly pattern: Pattern;
}

/** A route whose name must be its own. */
export interface NamedRoute {
  readonly name: string | undefined;
  readonly pattern: Pattern;
  /** The view method that answers, such as `NoteView.show`. */
  readonly place: string;
  /** The entry of a module's routes that leads here: routes of one entry may share a name. */
  readonly owner: unknown;
}

/** The URLs of routes, which are in declaration order. */
export function createUrls(routes: readonly ReversibleRoute[]): Urls {
  const patterns = new Map<Target, Pattern[]>();
  for (const { name, view, pattern } of routes) {
    if (name !== undefined) append(patterns, name, pattern);
    if (view) append(patterns, view, pattern);
  }
  return new RouteUrls(patterns);
}

/** What is wrong with the names of routes: two entries of modules that have the same one. */
export function readNameProblems(routes: readonly NamedRoute[]): Problem[] {
  const named = new Map<string, { readonly first: NamedRoute; readonly owners: Set<unknown> }>();

  return routes.flatMap((route) => {
    if (route.name === undefined) return [];
    const known = named.get(route.name) ?? { first: route, owners: new Set([route.owner]) };
    named.set(route.name, known);
    if (known.owners.has(route.owner)) return [];

    known.owners.add(route.owner);
    return duplicateRouteName(route.name, describeRoute(known.first), describeRoute(route));
  });
}

class RouteUrls extends Urls {
  constructor(private readonly patterns: ReadonlyMap<Target, readonly Pattern[]>) {
    super();
  }

  override reverse(to: Target, params: UrlParams = {}, { query = {} }: UrlOptions = {}): string {
    const patterns = this.patterns.get(to);
    if (!patterns) throw unknownTarget(to, this.patterns.keys());

    const given = Object.keys(params).filter((name) => params[name] !== undefined);
    const pattern = patterns.find((each) => hasParameters(each, given));
    if (!pattern) throw wrongParameters(to, patterns, given);

    return writePath(pattern, params) + writeQuery(query);
  }
}

function writeQuery(query: UrlQuery): string {
  const written = new URLSearchParams();
  for (const [key, values] of Object.entries(query)) {
    for (const value of [values].flat()) {
      if (value !== undefined) written.append(key, String(value));
    }
  }
  return written.size === 0 ? '' : `?${written.toString()}`;
}

function hasParameters(pattern: Pattern, given: readonly string[]): boolean {
  const parameters = readParameters(pattern);
  return parameters.length === given.length && parameters.every(({ name }) => given.includes(name));
}

function append(patterns: Map<Target, Pattern[]>, to: Target, pattern: Pattern): void {
  const known = patterns.get(to) ?? [];
  patterns.set(to, known);
  // A view answers several methods under one pattern.
  if (!known.some(({ text }) => text === pattern.text)) known.push(pattern);
}

function describeRoute({ place, pattern }: NamedRoute): string {
  return `${place} (${pattern.text})`;
}
