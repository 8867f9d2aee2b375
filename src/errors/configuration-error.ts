/**
 * One thing that is wrong with how an application was put together.
 *
 * Readers and proofs return problems as values, so that all of them can be reported together.
 */
export interface Problem {
  /** Stable, such as `Q201`: `docs/errors.md` tells its cause and its mend. */
  readonly code: string;
  /** What is wrong, and where: the user's own classes, methods, parameters, files. */
  readonly problem: string;
  /** The edit that mends it, in the imperative. */
  readonly fix: string;
  /** A warning does not stop the start: it is logged once. Without it the problem is an error. */
  readonly severity?: Severity;
}

/** Errors stop the start. */
export type Severity = 'error' | 'warning';

/** A problem as `Kernel.check` reports it. */
export interface Finding extends Problem {
  readonly severity: Severity;
}

/** The problem with its severity filled in. */
export function toFinding(problem: Problem): Finding {
  return { ...problem, severity: problem.severity ?? 'error' };
}

/** Tells the errors, which stop the start, from the warnings. */
export function isWarning({ severity }: Problem): boolean {
  return severity === 'warning';
}

/**
 * The application was put together wrongly. `Kernel.create` throws it; it is never thrown while a request is served.
 *
 * The message lists every problem that was found, each with its fix and code.
 */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';

  constructor(readonly problems: readonly Problem[]) {
    super(problems.map(describeProblem).join('\n'));
  }
}

/** Throws all errors as one `ConfigurationError`, or returns when there are none but warnings. */
export function assertNoProblems(problems: readonly Problem[]): void {
  const errors = problems.filter((problem) => !isWarning(problem));
  if (errors.length > 0) throw new ConfigurationError(errors);
}

/** One problem as a user reads it. */
export function describeProblem({ code, problem, fix }: Problem): string {
  return `${problem}\n  ${fix} [${code}]`;
}
