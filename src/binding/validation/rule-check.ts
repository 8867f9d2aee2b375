import type { ValidationArguments, ValidatorConstraintInterface } from 'class-validator';
import { isPromiseLike } from '../../http/awaitable';
import type { Awaitable } from '../../metadata/class';
import type { LibraryRule } from '../library-metadata';
import { type CompiledQuickCheck, compileQuickCheck } from './compile-quick-check';
import { compileConstraint, type Constraint, readConstraints, type ReadConstraint } from './constraints';
import { compileFaultMessage, type DescribeFault } from './describe-fault';
import { toPointer } from './pointer';
import type { QuickCheck } from './quick-checks';
import type { Report } from './report';

/** Where a rule stands. */
export interface RulePlace {
  /** The name of the class. */
  readonly targetName: string;
  /** The names of the field's validators that stand there more than once: only one issue of each is told. */
  readonly repeated: ReadonlySet<string>;
}

/** Decides at boot how a rule is checked: one check for each validator of it. */
export function compileRule(rule: LibraryRule, place: RulePlace): RuleCheck[] {
  return readConstraints(rule).map((constraint) => new RuleCheck(rule, constraint, place));
}

/** One rule on one field: checked quickly, and by its own validator where that is not enough. */
export class RuleCheck {
  /** `undefined` where the validator must always be asked. */
  readonly quick: QuickCheck | undefined;
  readonly inline: CompiledQuickCheck['inline'];
  readonly #rule: LibraryRule;
  readonly #name: string;
  readonly #pointer: string;
  readonly #targetName: string;
  readonly #isRepeated: boolean;
  readonly #readConstraint: ReadConstraint;
  readonly #describe: DescribeFault;

  constructor(rule: LibraryRule, constraint: Constraint, { targetName, repeated }: RulePlace) {
    const { quick, inline, message } = compileQuickCheck(rule, constraint);
    const { propertyName, constraints } = rule;
    this.quick = quick;
    this.inline = inline;
    this.#rule = rule;
    this.#name = constraint.name;
    this.#pointer = toPointer(propertyName);
    this.#targetName = targetName;
    this.#isRepeated = repeated.has(constraint.name);
    this.#readConstraint = compileConstraint(constraint);
    this.#describe = compileFaultMessage(
      { message: rule.message || (message ?? ''), constraints, propertyName },
      targetName,
    );
  }

  /** What the decorator was given, such as the least and the most. */
  get bounds(): readonly unknown[] {
    return (this.#rule.constraints as unknown[] | undefined) ?? [];
  }

  /** Adds the issue of a value that the quick check refused. */
  refuse(value: unknown, object: object, report: Report): void {
    this.#add(this.#toFacts(value, object), this.#readConstraint(report.request), report);
  }

  /** Asks the validator itself. */
  ask(value: unknown, object: object, report: Report): void {
    const { validateIf, each } = this.#rule;
    if (validateIf && !validateIf(object, value)) return;

    const facts = this.#toFacts(value, object);
    const constraint = this.#readConstraint(report.request);
    const verdict = each && isCollection(value) ? askEach(constraint, facts) : constraint.validate(value, facts);
    if (isPromiseLike(verdict)) {
      const describe = () => this.#describe(facts, constraint);
      report.wait({ pointer: this.#pointer, rule: this.#name, verdict, describe });
    } else if (!verdict) {
      this.#add(facts, constraint, report);
    }
  }

  #add(facts: ValidationArguments, constraint: ValidatorConstraintInterface, report: Report): void {
    const message = this.#describe(facts, constraint);
    if (this.#isRepeated) report.addOnce(report.start, { pointer: this.#pointer, rule: this.#name, message });
    else report.add(this.#pointer, this.#name, message);
  }

  #toFacts(value: unknown, object: object): ValidationArguments {
    const { propertyName: property, constraints } = this.#rule;
    return { targetName: this.#targetName, property, object, value, constraints: constraints as unknown[] };
  }
}

function isCollection(value: unknown): value is Iterable<unknown> {
  return Array.isArray(value) || value instanceof Set || value instanceof Map;
}

function askEach(constraint: ValidatorConstraintInterface, facts: ValidationArguments): Awaitable<boolean> {
  const verdicts: unknown[] = [];
  try {
    for (const each of listValues(facts.value)) verdicts.push(constraint.validate(each, facts));
  } catch (error) {
    // Nobody else hears the rejections of those that were asked before.
    for (const verdict of verdicts.filter(isPromiseLike)) verdict.then(undefined, ignore);
    throw error;
  }
  return verdicts.some(isPromiseLike) ? Promise.all(verdicts).then(areTrue) : areTrue(verdicts);
}

function listValues(value: unknown): readonly unknown[] {
  if (value instanceof Map) return [...value.values()] as unknown[];
  return Array.isArray(value) ? (value as unknown[]) : [...(value as Set<unknown>)];
}

function areTrue(verdicts: readonly unknown[]): boolean {
  return verdicts.every(Boolean);
}

function ignore(): void {
  // The error that was thrown counts.
}
