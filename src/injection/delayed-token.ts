import { delay } from 'tsyringe';

import type { Class } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import type { Node } from './node';
import { SpecialToken } from './special-token';

/** A value that is made when it is first used: `@inject(delay(() => Notes))`. */
export class DelayedToken extends SpecialToken {
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

/** What `delay` returns; its class is not exported. */
export interface Delayed {
  readonly wrap: () => unknown;
  createProxy(build: () => unknown): unknown;
}

const DelayedConstructor = delay(() => Object).constructor as Class;

/** Tells what `delay` has returned. */
export function isDelayed(token: unknown): token is Delayed {
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
