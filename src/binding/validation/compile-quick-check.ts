import { isPromiseLike } from '../../http/awaitable';
import type { LibraryRule } from '../library-metadata';
import { type Constraint, isInjectable } from './constraints';
import { type QuickCheck, type QuickRule, quickRules } from './quick-checks';

/** How a rule is checked without class-validator. */
export interface CompiledQuickCheck {
  /** `undefined` where class-validator must always be asked. */
  readonly quick: QuickCheck | undefined;
  /** The same in JavaScript, if a short text says it: it may be true only where `quick` is. */
  readonly inline: QuickRule['inline'];
  /** The rule's own message, where it does not depend on the value. */
  readonly message: string | undefined;
}

/** Decides at boot whether and how a rule can be checked without class-validator. */
export function compileQuickCheck(rule: LibraryRule, constraint: Constraint): CompiledQuickCheck {
  const { each, constraints } = rule;
  const quickRule = findQuickRule(rule, constraint);
  const check = quickRule?.compile((constraints as unknown[] | undefined) ?? []);
  if (!quickRule || !check || !isOfLibrary(rule, { constraint, quickRule, check })) return asking;

  return {
    quick: each ? checkEach(check) : check,
    inline: each ? undefined : quickRule.inline,
    message: quickRule.isMessageVariable ? undefined : readDefaultMessage(rule, quickRule),
  };
}

function findQuickRule({ name, validateIf }: LibraryRule, constraint: Constraint): QuickRule | undefined {
  if (name === undefined || name !== constraint.name || validateIf || isInjectable(constraint.type)) return undefined;
  return Object.hasOwn(quickRules, name) ? quickRules[name] : undefined;
}

const asking: CompiledQuickCheck = { quick: undefined, inline: undefined, message: undefined };

interface Candidate {
  readonly constraint: Constraint;
  readonly quickRule: QuickRule;
  readonly check: QuickCheck;
}

// A user's own rule may have the name of one of the library's: it is told by its message, and by its verdicts.
function isOfLibrary(rule: LibraryRule, { constraint, quickRule, check }: Candidate): boolean {
  const facts = {
    targetName: '',
    property: rule.propertyName,
    object: {},
    value: '',
    constraints: rule.constraints as unknown[] | undefined as unknown[],
  };
  try {
    const validator = new constraint.type();
    if (validator.defaultMessage?.(facts) !== readDefaultMessage(rule, quickRule)) return false;
    return samples.every((value) => {
      const quick = check(value);
      const verdict: unknown = quick === undefined ? undefined : validator.validate(value, { ...facts, value });
      if (isPromiseLike(verdict)) verdict.then(undefined, ignore);
      return quick === verdict;
    });
  } catch {
    return false;
  }
}

function readDefaultMessage({ each }: LibraryRule, { message }: QuickRule): string {
  return each ? `each value in ${message}` : message;
}

const samples: readonly unknown[] = [
  ...['', 'a', 'text', '12', 'ada@example.com', 'a longer text, with more than thirty-two characters'],
  ...[0, 1, -1, 7, 1.5, 1_000_000, NaN, Infinity, -Infinity],
  ...[true, false, null, undefined, {}, { a: 1 }, [], ['a'], [1, 2, 3], new Date(0), new Date(NaN)],
];

function checkEach(check: QuickCheck): QuickCheck {
  return (value) => {
    if (!Array.isArray(value)) return value instanceof Set || value instanceof Map ? undefined : check(value);
    for (const each of value as readonly unknown[]) {
      const verdict = check(each);
      if (verdict !== true) return verdict;
    }
    return true;
  };
}

function ignore(): void {
  // It was asked only to be compared.
}
