import type { ValidationIssue } from '../../src/index';
import type { TestResponse } from '../../src/testing/index';

/** The text that a view answered with, or the status and the issues. */
export function readOutcome(answer: TestResponse): string {
  const { status, text } = answer;
  if (status === 200) return text;
  const { errors } = answer.json<{ errors: ValidationIssue[] }>();
  return `${status} ${errors.map(({ in: part, pointer, rule, message }) => `${part} ${pointer} ${rule}: ${message}`).join(' ')}`;
}
