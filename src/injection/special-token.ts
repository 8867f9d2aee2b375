import { delay } from 'tsyringe';

import type { Class } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import type { Node } from './node';
import type { Dependency } from './dependency';

/** Where special tokens look up what they are made of. */
export interface NodeFinder {
  /** The tokens of all values that a token has; none where nothing provides it. */
  findAll(token: TokenOf<unknown>): readonly TokenOf<unknown>[];
}

/** What a parameter is injected with where it is more than the value of one token. It stands for a token. */
export abstract class SpecialToken {
  abstract toNode(finder: NodeFinder): Node;
  abstract toString(): string;

  /** The token of which it gives all values. */
  get listed(): TokenOf<unknown> | undefined {
    return undefined;
  }

  /** As the token that it stands for. */
  get token(): TokenOf<unknown> {
    return this as unknown as TokenOf<unknown>;
  }

  protected toTransient(dependencies: readonly Dependency[], make: Node['make']): Node {
    return { token: this.token, scope: 'transient', type: undefined, dependencies, make, dispose: ignore };
  }
}

/** What a decorator of tsyringe's recorded on a parameter. */
export interface RecordedInjection {
  readonly token: unknown;
  readonly multiple?: boolean;
  readonly isOptional?: boolean;
  readonly transform?: unknown;
  readonly transformArgs?: readonly unknown[];
}

/** What a record of tsyringe's stands for: the token itself, or a special one, which is the same for the same record. */
export function readInjection(recorded: RecordedInjection): Omit<Dependency, 'index'> {
  const { token, multiple = false, isOptional = false, transform } = recorded;
  if (!multiple && transform === undefined && !isDelayed(token)) {
    return { token: token as TokenOf<unknown>, optional: isOptional };
  }
  const special = specialTokens.get(recorded) ?? toSpecialToken(recorded);
  specialTokens.set(recorded, special);
  return { token: special.token, optional: false };
}

const specialTokens = new WeakMap<RecordedInjection, SpecialToken>();

function toSpecialToken({ transform, transformArgs = [], ...recorded }: RecordedInjection): SpecialToken {
  if (transform !== undefined) {
    return new TransformedToken(readInjection(recorded), readInjection({ token: transform }), transformArgs);
  }
  const { token, multiple = false, isOptional = false } = recorded;
  if (multiple) return new AllToken(readInjection({ token }).token as TokenOf<unknown>, isOptional);
  return new DelayedToken(token as Delayed);
}

const declaredBy = 'decorator' as const;

/** All values of a token, in a list: `@injectAll(TOKEN)`. */
class AllToken extends SpecialToken {
  constructor(
    private readonly each: TokenOf<unknown>,
    private readonly optional: boolean,
  ) {
    super();
  }

  override get listed(): TokenOf<unknown> {
    return this.each;
  }

  override toNode(finder: NodeFinder): Node {
    const tokens = finder.findAll(this.each);
    const dependencies = tokens.map((token, index) => ({ index, token, optional: false, declaredBy }));
    if (tokens.length > 0) {
      return { ...this.toTransient(dependencies, (values) => [...values]), startsResolution: true };
    }
    // Perhaps it is a value of the request; otherwise it is missing.
    return this.toTransient([{ index: 0, token: this.each, optional: this.optional, declaredBy }], ([value]) =>
      value === undefined ? [] : [value],
    );
  }

  override toString(): string {
    return `all ${describeToken(this.each)}`;
  }
}

/** A value that is made when it is first used: `@inject(delay(() => Notes))`. */
class DelayedToken extends SpecialToken {
  constructor(private readonly delayed: Delayed) {
    super();
  }

  override toNode(): Node {
    const make = () => undefined;
    const later = { token: readDelayed(this.delayed), proxy: this.delayed.createProxy.bind(this.delayed) };
    return { ...this.toTransient([], make), later };
  }

  override toString(): string {
    return `delayed ${describeToken(readDelayed(this.delayed))}`;
  }
}

/** A value that a transform has been applied to: `@injectWithTransform(Notes, Sorted)`. */
class TransformedToken extends SpecialToken {
  constructor(
    private readonly value: Omit<Dependency, 'index'>,
    private readonly transform: Omit<Dependency, 'index'>,
    private readonly parameters: readonly unknown[],
  ) {
    super();
  }

  override toNode(): Node {
    return this.toTransient(
      [
        { ...this.value, index: 0, declaredBy },
        { ...this.transform, index: 1, declaredBy },
      ],
      ([value, transform]) => (transform as Transform).transform(value, ...this.parameters),
    );
  }

  override toString(): string {
    return `transformed ${describeToken(this.value.token)}`;
  }
}

interface Transform {
  transform(value: unknown, ...parameters: readonly unknown[]): unknown;
}

/** What `delay` returns; its class is not exported. */
interface Delayed {
  readonly wrap: () => unknown;
  createProxy(build: () => unknown): unknown;
}

const DelayedConstructor = delay(() => Object).constructor as Class;

function isDelayed(token: unknown): token is Delayed {
  return token instanceof DelayedConstructor;
}

// What is named too late, for instance across a circular import, is reported as unknown.
function readDelayed(delayed: Delayed): TokenOf<unknown> | undefined {
  try {
    return delayed.wrap() as TokenOf<unknown> | undefined;
  } catch {
    return undefined;
  }
}

function ignore(): void {
  // The value belongs to others.
}
