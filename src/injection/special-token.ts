import { describeToken, type TokenOf } from '../metadata/token';
import type { Dependency } from './dependency';
import type { Node } from './node';

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

/** All values of a token, in a list: `@injectAll(TOKEN)`. */
export class AllToken extends SpecialToken {
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

/** A value that a transform has been applied to: `@injectWithTransform(Notes, Sorted)`. */
export class TransformedToken extends SpecialToken {
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

const declaredBy = 'decorator' as const;

function ignore(): void {
  // The value belongs to others.
}
