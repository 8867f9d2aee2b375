import * as fc from 'fast-check';

import {
  ConfigurationError,
  Get,
  HttpRequest,
  Inject,
  Module,
  path,
  provide,
  token,
  type TokenOf,
} from '../../src/index';
import { closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

/** A provider that needs others by their index; one beyond the last is not provided, `-1` is the request. */
interface Provided {
  readonly scope: 'singleton' | 'request' | 'transient';
  readonly needs: readonly number[];
}

const graphs = fc.integer({ min: 1, max: 7 }).chain((size) =>
  fc.array(
    fc.record({
      scope: fc.constantFrom('singleton' as const, 'request' as const, 'transient' as const),
      needs: fc.array(fc.integer({ min: -1, max: size }), { maxLength: 3 }),
    }),
    { minLength: size, maxLength: size },
  ),
);

// What the kernel says, as far as it does not depend on the order in which it looks.
async function readReport(graph: readonly Provided[]): Promise<readonly string[]> {
  const tokens = [...graph, undefined].map((_, index) => token<unknown>(`T${index}`));
  const toToken = (need: number): TokenOf<unknown> => (need === -1 ? HttpRequest : (tokens[need] as TokenOf<unknown>));
  class AView {
    constructor(readonly needed: unknown) {}
    @Get() get() {
      return 1;
    }
  }
  Inject(toToken(0))(AView as never, undefined, 0);
  const providers = graph.map(({ scope, needs }, index) =>
    provide(tokens[index] as TokenOf<unknown>, { scope, inject: needs.map(toToken), useFactory: () => index }),
  );
  @Module({ routes: [path('/a', AView)], providers })
  class Root {}

  const error: unknown = await startKernel(Root).catch((reason: unknown) => reason);
  return error instanceof ConfigurationError ? error.problems.map(({ problem }) => problem) : [];
}

function readMissing(graph: readonly Provided[]): string[] {
  return graph.flatMap(({ needs }, index) =>
    needs.flatMap((need, place) => (need === graph.length ? [`T${index} (${place + 1})`] : [])),
  );
}

// Asked anew at every step, without remembering anything.
function isOfRequest(graph: readonly Provided[], need: number, seen: readonly number[] = []): boolean {
  if (need === -1) return true;
  const each = graph[need];
  if (!each || seen.includes(need) || each.scope === 'singleton') return false;
  return each.scope === 'request' || each.needs.some((next) => isOfRequest(graph, next, [...seen, need]));
}

function readKeepers(graph: readonly Provided[]): string[] {
  return graph.flatMap(({ scope, needs }, index) =>
    scope === 'singleton' ? needs.filter((need) => isOfRequest(graph, need)).map(() => `T${index}`) : [],
  );
}

function hasCircle(edges: ReadonlyMap<number, readonly number[]>): boolean {
  const reaches = (from: number, to: number, seen: Set<number>): boolean =>
    (edges.get(from) ?? []).some((next) => next === to || (!seen.has(next) && reaches(next, to, seen.add(next))));
  return [...edges.keys()].some((each) => reaches(each, each, new Set()));
}

function readAll(problems: readonly string[], pattern: RegExp): string[] {
  return problems.flatMap((each) => {
    const found = pattern.exec(each);
    return found ? [found.slice(1).join(' ')] : [];
  });
}

// `T0 (1st of inject) → T1 (2nd of inject) → T0` is two edges.
function readCircles(problems: readonly string[]): { from: number; to: number }[][] {
  return readAll(problems, /in a circle: (.*)\. It is reached/).map((circle) => {
    const places = [...circle.matchAll(/T(\d)/g)].map(([, index]) => Number(index));
    return places.slice(1).map((to, index) => ({ from: places[index] as number, to }));
  });
}

describe('the proof of any graph', () => {
  it('tells what is missing and what would be kept, each at its place, and nothing else', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const problems = await readReport(graph);

        expect(
          readAll(problems, /^Nothing provides T\d, .*(T\d \()(\d)\w\w of inject\)\.$/)
            .map(joinPlace)
            .sort(),
        ).toEqual(readMissing(graph).sort());
        expect(readAll(problems, /^The singleton (T\d) would keep/).sort()).toEqual(readKeepers(graph).sort());
      }),
      { numRuns: 100 },
    );
  });

  it('tells circles that are there, so that none is left without their last steps', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        const circles = readCircles(await readReport(graph));
        const edges = new Map(graph.map(({ needs }, index) => [index, needs.filter((need) => need < graph.length)]));

        for (const { from, to } of circles.flat()) expect(edges.get(from)).toContain(to);
        expect(circles.length > 0).toBe(hasCircle(edges));
        for (const last of circles.flatMap((circle) => circle.slice(-1))) {
          edges.set(
            last.from,
            (edges.get(last.from) ?? []).filter((need) => need !== last.to),
          );
        }
        expect(hasCircle(edges)).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});

function joinPlace(found: string): string {
  return `${found.replace('( ', '(')})`;
}
