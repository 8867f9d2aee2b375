import type { TokenOf } from '../metadata/token';
import { type Delayed, DelayedToken, isDelayed } from './delayed-token';
import type { Dependency } from './dependency';
import { AllToken, type SpecialToken, TransformedToken } from './special-token';

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
