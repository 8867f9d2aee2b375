import { describeToken } from '../metadata/token';
import { callLifecycle, hasLifecycle, readDisposal } from './lifecycle';
import type { Node } from './node';

/** What failed while singletons were stopped and disposed. */
export interface StopFailure {
  /** `Database.onStop`, `the disposal of Database`. */
  readonly name: string;
  readonly error: unknown;
}

/** One thing that is done when a singleton is released. */
export interface Stop {
  readonly name: string;
  readonly run: () => unknown;
}

/** What stops a singleton; none where it has no `onStop`. */
export function readStops({ token }: Node, value: unknown): readonly Stop[] {
  if (!hasLifecycle(value, 'onStop')) return [];
  return [{ name: `${describeToken(token)}.onStop`, run: () => callLifecycle(value, 'onStop') }];
}

/** What disposes a singleton; none where there is nothing to release. */
export function readDisposals({ token, dispose }: Node, value: unknown): readonly Stop[] {
  const run = dispose ? () => dispose(value) : readDisposal(value);
  return run ? [{ name: `The disposal of ${describeToken(token)}`, run }] : [];
}

/** Runs one after the other, and takes each away when it has come to an end. Returns what failed. */
export async function runStops(stops: Stop[]): Promise<readonly StopFailure[]> {
  const failures: StopFailure[] = [];
  for (let stop = stops[0]; stop; stop = stops[0]) {
    try {
      await stop.run();
    } catch (error) {
      failures.push({ name: stop.name, error });
    }
    stops.shift();
  }
  return failures;
}
