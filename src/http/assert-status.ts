import { describeValue } from './describe-value';

/** Throws unless the value is a status from `lowest` to 599. */
export function assertStatus(owner: string, status: unknown, lowest: 200 | 400): void {
  if (Number.isInteger(status) && (status as number) >= lowest && (status as number) <= 599) return;
  throw new TypeError(
    `${owner} must be a whole number from ${String(lowest)} to 599, but was ${describeValue(status)}.`,
  );
}
