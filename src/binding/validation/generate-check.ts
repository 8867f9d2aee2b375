import { GeneratedFunction } from '../generated-function';
import type { CheckObject } from './nested-check';
import type { NestedProperty, PropertyCheck } from './property-check';
import type { RuleCheck } from './rule-check';

/**
 * Writes the function that checks the objects of a class, property by property and by name, which the engine makes
 * several times faster than a loop. What the quick checks do not accept is checked by all rules of the property.
 *
 * Of a class with an optional text and a nested object it is this:
 *
 * ```js
 * (object, report) => {
 *   let value, length, waiting;
 *   value = object["note"];
 *   if (!(value === undefined || value === null || ((typeof value === "string" || quick1(value) === true)))) check0(object, report);
 *   value = object["address"];
 *   if (!(value === undefined)) {
 *     if (typeof value === "object" && value !== null && value.constructor === type3 && report.refusals === 0) {
 *       length = report.length;
 *       waiting = report.waiting;
 *       nested4(value, report);
 *       if (report.length > length || report.waiting > waiting) report.extend("/address", length, waiting);
 *     } else check2(object, report);
 *   }
 * }
 * ```
 */
export function generateCheck(properties: readonly PropertyCheck[]): CheckObject {
  const generated = new GeneratedFunction();
  const source = [
    '(object, report) => {',
    'let value, length, waiting;',
    ...properties.map((property) => generateProperty(property, generated)),
    '}',
  ].join('\n');
  return generated.compile(source) as CheckObject;
}

function generateProperty(property: PropertyCheck, generated: GeneratedFunction): string {
  const { name, check, excused, rules, nested, isNested } = property;
  const whole = `${generated.bind('check', check)}(object, report);`;
  // What is asked is asked once, so not before, in case.
  if (!excused || rules.some(({ quick }) => !quick)) return whole;

  const quick = rules.map((rule) => generateRule(rule, generated));
  const ways = excused.map((value) => `value === ${String(value)}`);
  const read = `value = object[${JSON.stringify(name)}];`;
  if (!isNested) return `${read}\nif (!(${[...ways, `(${quick.join(' && ')})`].join(' || ')})) ${whole}`;

  if (quick.length === 0) ways.push('value === undefined');
  const isExcused = ways.join(' || ') || 'false';
  return [
    read,
    `if (!(${isExcused})) {`,
    nested ? generateNested(property, nested, { quick, generated }) : '',
    whole,
    '}',
  ].join('\n');
}

function generateRule({ quick, inline, bounds }: RuleCheck, generated: GeneratedFunction): string {
  const verdict = `${generated.bind('quick', quick)}(value) === true`;
  if (!inline) return verdict;
  const names = bounds.map((bound) => generated.bind('bound', bound));
  return `((${inline(names[0] ?? 'undefined', names[1] ?? 'undefined')}) || ${verdict})`;
}

interface NestedParts {
  readonly quick: readonly string[];
  readonly generated: GeneratedFunction;
}

// Ends with an else. What could not be read has another value: its rules are not checked.
function generateNested(
  { pointer }: PropertyCheck,
  { type, check }: NestedProperty,
  { quick, generated }: NestedParts,
): string {
  const isOfType = `value.constructor === ${generated.bind('type', type)}`;
  const isKnown = ['typeof value === "object" && value !== null', isOfType, ...quick, 'report.refusals === 0'];
  return [
    `if (${isKnown.join(' && ')}) {`,
    'length = report.length;',
    'waiting = report.waiting;',
    `${generated.bind('nested', check)}(value, report);`,
    `if (report.length > length || report.waiting > waiting) report.extend(${JSON.stringify(pointer)}, length, waiting);`,
    '} else',
  ].join('\n');
}
