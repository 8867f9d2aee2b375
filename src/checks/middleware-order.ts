import { misplacedMiddleware, type OrderFault } from '../errors/check-problems';
import type { Problem } from '../errors/configuration-error';
import { type AbstractClass, type Class, readLineage } from '../metadata/class';
import { type MiddlewareEntry, middlewareMetadata, readEntryClass } from '../metadata/middleware';
import { describeToken } from '../metadata/token';
import { isMiddleware } from '../modules/entry-problems';
import { readModuleOptions } from '../modules/module-options';
import type { RouteDefinition } from '../routing/route-definition';

/** One line of a chain, and where it is written. */
interface Line {
  readonly type: Class;
  readonly place: string;
}

/**
 * The pairs of middleware that stand in a chain the other way round than `after` and `before` of one of them ask for,
 * each once. A class that is not in the chain is not missed.
 */
export function readOrderProblems(root: Class, routes: readonly RouteDefinition[]): Problem[] {
  const chains = [
    ...routes.map((route) => ({ where: `${route.method} ${route.pattern.text}`, lines: readLines(route) })),
    { where: 'requests without a route', lines: readModuleLines(root) },
  ];
  const faults = chains.flatMap(({ where, lines }) => readFaults(lines).map((fault) => ({ ...fault, where })));
  const pairs = new Map(faults.reverse().map((each) => [describePair(each), each]));
  return [...pairs.values()].reverse().map(misplacedMiddleware);
}

function readLines({ mounted, methodChain, view, place }: RouteDefinition): Line[] {
  return [
    ...mounted.modules.flatMap(readModuleLines),
    ...toLines(mounted.ownChain, `@UseMiddleware of ${describeToken(view)}`),
    ...toLines(methodChain, `@UseMiddleware of ${place}`),
  ];
}

function readModuleLines(module: AbstractClass): Line[] {
  return toLines(readModuleOptions(module)?.middleware ?? [], `the middleware of ${describeToken(module)}`);
}

function toLines(entries: readonly MiddlewareEntry[], place: string): Line[] {
  return entries.filter(isMiddleware).map((entry) => ({ type: readEntryClass(entry), place }));
}

function readFaults(lines: readonly Line[]): Omit<OrderFault, 'where'>[] {
  return lines.flatMap((line, index) => {
    const { after = [], before = [] } = middlewareMetadata.nearest(line.type).at(-1) ?? {};
    const inner = lines.slice(index + 1);
    const outer = lines.slice(0, index);
    return [
      ...after.flatMap((other) => toFault(line, { side: 'after', wrong: inner, right: outer, other })),
      ...before.flatMap((other) => toFault(line, { side: 'before', wrong: outer, right: inner, other })),
    ];
  });
}

interface Asked {
  readonly side: 'after' | 'before';
  /** The lines among which the other must not be the only one. */
  readonly wrong: readonly Line[];
  readonly right: readonly Line[];
  readonly other: Class;
}

function toFault({ type, place }: Line, { side, wrong, right, other }: Asked): Omit<OrderFault, 'where'>[] {
  const isOther = (line: Line) => readLineage(line.type).includes(other);
  const found = wrong.find(isOther);
  if (!found || right.some(isOther)) return [];
  return [
    {
      side,
      name: describeToken(type),
      place,
      named: describeToken(other),
      other: describeToken(found.type),
      otherPlace: found.place,
    },
  ];
}

function describePair({ name, place, other, otherPlace }: OrderFault): string {
  return [name, place, other, otherPlace].join(' ');
}
