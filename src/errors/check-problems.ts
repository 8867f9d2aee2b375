import type { Problem } from './configuration-error';

/** What stops the start is silenced. */
export function silencedError(code: string, module: string): Problem {
  return {
    code: 'SILENCED_ERROR',
    problem: `${module} silences ${code}, which is the code of an error, and only warnings can be silenced.`,
    fix: `Remove '${code}' from \`silence\`, and mend the error.`,
  };
}

/** A check of the application's own failed itself. */
export function failedCheck(check: string, module: string, reason: string): Problem {
  return {
    code: 'FAILED_CHECK',
    problem: `The check ${check} of ${module} threw: ${reason}`,
    fix: 'Mend the check: it returns a list of problems, and gets routes that may be faulty.',
  };
}
