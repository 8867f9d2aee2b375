import fc from 'fast-check';
import {
  container as globalContainer,
  type DependencyContainer,
  inject,
  injectable,
  injectAll,
  type InjectionToken,
  Lifecycle,
} from 'tsyringe';

import { type Class, Module, path, provide, type Scope, View } from '../../src/index';
import { ask, startKernel } from '../kernel/start-kernel';

/** How one of the things of a random graph is made. It needs only things before it, so that there is no circle. */
interface Made {
  readonly how: 'class' | 'useClass' | 'useToken' | 'useFactory' | 'opaque' | 'useValue' | 'multi';
  readonly scope: Scope;
  readonly needs: readonly number[];
  readonly view: boolean;
}

interface Part {
  readonly made: Made;
  readonly token: Class | symbol;
  readonly type: Class;
  readonly needs: readonly Part[];
}

const graphs = fc.array(
  fc.record({
    how: fc.constantFrom<Made['how']>('class', 'useClass', 'useToken', 'useFactory', 'opaque', 'useValue', 'multi'),
    scope: fc.constantFrom<Scope>('singleton', 'request', 'transient'),
    needs: fc.array(fc.nat(), { maxLength: 4 }),
    view: fc.boolean(),
  }),
  { minLength: 1, maxLength: 10 },
);

const lifecycles = {
  singleton: Lifecycle.Singleton,
  request: Lifecycle.ContainerScoped,
  transient: Lifecycle.Transient,
};

describe('compiled injection', () => {
  it("gives the structure and the sharing that tsyringe's own containers give", async () => {
    expect.hasAssertions();
    await fc.assert(
      fc.asyncProperty(graphs, async (all) => {
        const parts = createParts(all);
        const viewed = parts.filter(({ made }, index) => made.view || index === parts.length - 1);
        expect(await buildCompiled(parts, viewed)).toEqual(buildWithTsyringe(parts, viewed));
      }),
      { numRuns: Number(process.env['GRAPHS'] ?? 200) },
    );
  });
});

function createParts(all: readonly Made[]): Part[] {
  const parts: Part[] = [];
  for (const made of all) {
    const needs = readNeeds(made, parts);
    const type = createClass(needs);
    const part = toPossible(made, needs);
    const token = part.how === 'class' ? type : Symbol(`token ${parts.length}`);
    parts.push({ made: part, token, type, needs });
  }
  return parts;
}

function readNeeds({ how, needs }: Made, parts: readonly Part[]): readonly Part[] {
  if (how === 'useValue') return [];
  const given = needs.flatMap((index) => parts[index % Math.max(parts.length, 1)] ?? []);
  return how === 'useToken' ? given.slice(0, 1) : given;
}

// An alias of several values is refused at start, and so is what would keep an object of a request.
function toPossible(made: Made, needs: readonly Part[]): Made {
  const scope = made.scope === 'singleton' && needs.some(isOfRequest) ? 'request' : made.scope;
  const isAlias = needs.some((each) => each.made.how !== 'multi');
  return { ...made, scope, how: made.how === 'useToken' && !isAlias ? 'useValue' : made.how };
}

function isOfRequest({ made, needs }: Part): boolean {
  if (made.how === 'useValue') return false;
  if (made.how === 'useToken' || made.scope === 'transient') return needs.some(isOfRequest);
  return made.scope === 'request';
}

/** A class that keeps what it is injected with. */
function createClass(needs: readonly Part[], base: Class = Object): Class {
  const type = class Built extends base {
    readonly kept: unknown[];
    constructor(...kept: unknown[]) {
      super();
      this.kept = kept;
    }
  };
  needs.forEach(({ token, made }, index) => {
    (made.how === 'multi' ? injectAll(token) : inject(token))(type, undefined, index);
  });
  injectable()(type);
  return type;
}

async function buildCompiled(parts: readonly Part[], viewed: readonly Part[]): Promise<unknown> {
  const seen: unknown[] = [];
  class Seen extends createClass(viewed, View as never) {
    get() {
      seen.push((this as unknown as { kept: unknown }).kept);
      return 1;
    }
  }
  @Module({ routes: [path('/a', Seen as never)], providers: parts.flatMap(toProviders) })
  class Root {}
  const kernel = await startKernel(Root);
  for (const status of [await ask(kernel, '/a'), await ask(kernel, '/a')]) expect(status.status).toBe(200);
  await kernel.close();
  return toShape(seen);
}

function toProviders({ made, token, type, needs }: Part) {
  const { scope } = made;
  const inject = needs.map((each) => each.token as never);
  const opaque = (container: DependencyContainer) => ({ kept: resolveAll(container, needs) });
  switch (made.how) {
    case 'class':
      return [provide(type, { useClass: type, scope })];
    case 'useClass':
      return [provide(token as never, { useClass: type, scope })];
    case 'useToken':
      return [provide(token as never, { useToken: inject[0] as never })];
    case 'useFactory':
      // What has several values is no single dependency.
      return needs.some((each) => each.made.how === 'multi')
        ? [provide(token as never, { useFactory: opaque, scope })]
        : [provide(token as never, { inject, useFactory: (...kept: unknown[]) => ({ kept }), scope })];
    case 'opaque':
      return [provide(token as never, { useFactory: opaque, scope })];
    case 'useValue':
      return [provide(token as never, { useValue: { kept: [] } })];
    case 'multi':
      return [0, 1].map(() => provide(token as never, { useClass: type, scope, multi: true }));
  }
}

const TsyringeContainer = globalContainer.constructor as new () => DependencyContainer;

function buildWithTsyringe(parts: readonly Part[], viewed: readonly Part[]): unknown {
  const root = new TsyringeContainer();
  for (const part of parts) register(root, part);
  const requests = [root.createChildContainer(), root.createChildContainer()];
  return toShape(requests.map((container) => resolveAll(container, viewed)));
}

function register(root: DependencyContainer, { made, token, type, needs }: Part): void {
  const lifecycle = lifecycles[made.scope];
  const make = (container: DependencyContainer) => ({ kept: resolveAll(container, needs) });
  switch (made.how) {
    case 'useToken':
      root.register(token as InjectionToken, { useToken: needs[0]?.token as symbol });
      break;
    case 'useFactory':
    case 'opaque':
      root.register(token as InjectionToken, { useFactory: keepFor(made.scope, make) });
      break;
    case 'useValue':
      root.register(token as InjectionToken, { useValue: { kept: [] } });
      break;
    case 'class':
    case 'useClass':
    case 'multi':
      root.register(token as InjectionToken, { useClass: type }, { lifecycle });
      if (made.how === 'multi') root.register(token as InjectionToken, { useClass: type }, { lifecycle });
  }
}

// Factories of tsyringe are transient: this is what its caching factories do.
function keepFor(scope: Scope, make: (container: DependencyContainer) => unknown) {
  const kept = new Map<unknown, unknown>();
  return (container: DependencyContainer) => {
    if (scope === 'transient') return make(container);
    const key = scope === 'request' ? container : 'singleton';
    if (!kept.has(key)) kept.set(key, make(container));
    return kept.get(key);
  };
}

function resolveAll(container: DependencyContainer, needs: readonly Part[]): unknown[] {
  return needs.map(({ token, made }) => {
    return made.how === 'multi' ? container.resolveAll(token as InjectionToken) : container.resolve<unknown>(token);
  });
}

/** What is equal for two graphs of objects of the same structure and the same sharing. */
function toShape(value: unknown, ids = new Map<unknown, number>()): unknown {
  if (Array.isArray(value)) return value.map((each) => toShape(each, ids));
  const known = ids.get(value);
  if (known !== undefined) return known;
  ids.set(value, ids.size);
  const { kept } = value as { readonly kept: readonly unknown[] };
  return { type: (value as object).constructor.name, kept: toShape(kept, ids) };
}
