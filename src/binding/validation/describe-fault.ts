import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import type { LibraryRule } from '../library-metadata';

/** The message of a rule that a value breaks. */
export type DescribeFault = (
  facts: ValidationArguments,
  constraint: ValidatorConstraintInterface | undefined,
) => string;

/**
 * Decides how the message of a rule is made, so that it is the library's own.
 *
 * A text is filled in at boot, unless it shows the value. Where the decorator was given none, it is the validator's.
 */
export function compileFaultMessage(
  { message, constraints, propertyName }: Pick<LibraryRule, 'message' | 'constraints' | 'propertyName'>,
  targetName: string,
): DescribeFault {
  const fillOnce = compileFill();
  if (typeof message === 'function') return (facts) => fillOnce(message(facts), facts);
  if (!message) return (facts, constraint) => fillOnce(constraint?.defaultMessage?.(facts), facts);

  const filled = fillConstraints(message, constraints);
  if (filled.includes('$value')) return (facts) => fill(message, facts);
  const text = fillNames(filled, { property: propertyName, targetName });
  return () => text;
}

// A rule has few messages, such as "too short" and "too long": they are filled in once. One with text of the value is new
// each time, so that only the first ones are kept.
function compileFill(): (message: unknown, facts: ValidationArguments) => string {
  const known = new Map<unknown, string>();
  return (message, facts) => {
    const earlier = known.get(message);
    if (earlier !== undefined) return earlier;
    const filled = fill(message, facts);
    if (known.size < mostKept && !showsValue(message, facts)) known.set(message, filled);
    return filled;
  };
}

const mostKept = 8;

function showsValue(message: unknown, { constraints }: ValidationArguments): boolean {
  return typeof message === 'string' && fillConstraints(message, constraints).includes('$value');
}

// The library's order, and its way to replace: what one step puts in, the next may replace.
function fill(message: unknown, facts: ValidationArguments): string {
  if (typeof message !== 'string') return '';
  const filled = fillConstraints(message, facts.constraints);
  const value: unknown = facts.value;
  const isShown = typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number';
  return fillNames(isShown ? filled.replace(/\$value/g, String(value)) : filled, facts);
}

function fillNames(message: string, { property, targetName }: Pick<ValidationArguments, 'property' | 'targetName'>) {
  return message.replace(/\$property/g, property).replace(/\$target/g, targetName);
}

function fillConstraints(message: string, constraints: readonly unknown[] | undefined): string {
  if (!message.includes('$constraint') || !Array.isArray(constraints)) return message;
  return constraints.reduce<string>(
    (filled, constraint, index) => filled.replace(new RegExp(`\\$constraint${index + 1}`, 'g'), toText(constraint)),
    message,
  );
}

function toText(constraint: unknown): string {
  if (Array.isArray(constraint)) return constraint.join(', ');
  return String(typeof constraint === 'symbol' ? constraint.description : constraint);
}
