import type { ValidationIssue } from '../../http/validation-error';
import type { HttpRequest } from '../../http/request';
import type { InputCall, InputLimits, InputOptions } from './input-options';

/** An issue whose pointer is not whole yet: each level puts its own step in front. */
type Issue = { -readonly [Key in keyof ValidationIssue]: ValidationIssue[Key] };

interface Pending {
  pointer: string;
  readonly rule: string;
  readonly verdict: PromiseLike<unknown>;
  readonly describe: () => string;
}

/** What is wrong with one input, while it is read. Pointers start at the object that is being read. */
export class Report {
  readonly request: HttpRequest;
  readonly limits: InputLimits;
  /** The part of the request. */
  readonly source: ValidationIssue['in'];
  hasFaults = false;
  /** The number of issues that came before those of the object that is being checked. */
  start = 0;
  /** How many fields could not be read. */
  refusals = 0;
  #refused: Map<object, Set<string>> | undefined = undefined;
  #pending: Pending[] | undefined = undefined;
  readonly #issues: Issue[];

  constructor(call: InputCall, options: InputOptions) {
    this.request = call.request;
    this.limits = options.limits;
    this.source = options.in;
    this.#issues = call.issues;
  }

  /** The number of issues so far: what `extend` is told later. */
  get length(): number {
    return this.#issues.length;
  }

  /** Tells whether more issues would not be told. */
  get isFull(): boolean {
    return this.#issues.length >= this.limits.issues;
  }

  /** The number of rules that are waited for. */
  get waiting(): number {
    return this.#pending?.length ?? 0;
  }

  add(pointer: string, rule: string, message: string): void {
    this.hasFaults = true;
    if (!this.isFull) this.#issues.push({ in: this.source, pointer, rule, message });
  }

  /** Adds an issue, unless the same rule at the same place is among those from `start` on: the later message counts. */
  addOnce(start: number, issue: { readonly pointer: string; readonly rule: string; readonly message: string }): void {
    const earlier = this.#issues.find(
      (each, index) => index >= start && each.pointer === issue.pointer && each.rule === issue.rule,
    );
    if (earlier) earlier.message = issue.message;
    else this.add(issue.pointer, issue.rule, issue.message);
  }

  /** Puts a step in front of the pointers of the issues and waiting rules that came since. */
  extend(step: string, issues: number, waiting: number): void {
    for (let index = issues; index < this.#issues.length; index++) {
      const issue = this.#issues[index];
      if (issue) issue.pointer = step + issue.pointer;
    }
    for (const each of this.#pending?.slice(waiting) ?? []) each.pointer = step + each.pointer;
  }

  /** Remembers that a field could not be read, and that its issue is told: its rules are not checked. */
  refuse(object: object, name: string): void {
    this.refusals++;
    this.#refused ??= new Map();
    const names = this.#refused.get(object) ?? new Set();
    this.#refused.set(object, names.add(name));
  }

  isRefused(object: object, name: string): boolean {
    return this.#refused?.get(object)?.has(name) ?? false;
  }

  /** Lets another object stand for one whose fields were refused. */
  replace(object: object, other: object): void {
    const names = this.#refused?.get(object);
    if (names) this.#refused?.set(other, names);
  }

  /** Waits for the verdict of a rule when all others are checked. */
  wait(pending: Pending): void {
    this.#pending ??= [];
    this.#pending.push(pending);
  }

  /** Adds the issues of the rules that are waited for, in their order. */
  async settle(start: number): Promise<void> {
    const pending = this.#pending ?? [];
    const verdicts = await Promise.all(pending.map(({ verdict }) => verdict));
    pending.forEach(({ pointer, rule, describe }, index) => {
      if (!verdicts[index]) this.addOnce(start, { pointer, rule, message: describe() });
    });
  }

  /** Forgets the rules that are waited for: a rejection that nobody hears would end the process. */
  abandon(): void {
    for (const { verdict } of this.#pending ?? []) verdict.then(undefined, ignore);
  }
}

function ignore(): void {
  // Another error is answered already.
}
