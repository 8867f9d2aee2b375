import { silencedError } from '../errors/check-problems';
import { isWarning, type Problem } from '../errors/configuration-error';
import { warningCodes } from '../errors/warning-codes';
import { describeToken } from '../metadata/token';
import type { ApplicationDefinition } from '../modules/application';

/** The problems without the warnings that the root module silences. An error is never left out. */
export function silenceWarnings(problems: readonly Problem[], { root, silence }: ApplicationDefinition): Problem[] {
  const silenced = new Set(silence);
  const errors = new Set(problems.filter((each) => !isWarning(each)).map(({ code }) => code));
  return [
    ...problems.filter((each) => !isWarning(each) || !silenced.has(each.code)),
    ...[...silenced]
      .filter((code) => errors.has(code) || isOwnError(code))
      .map((code) => silencedError(code, describeToken(root))),
  ];
}

// Codes of other forms are those of an application's own checks.
function isOwnError(code: string): boolean {
  return /^Q\d{3}$/.test(code) && !warningCodes.has(code);
}
