import { assertNoProblems, type Problem } from '../errors/configuration-error';

/** Throws where a kernel would wait for ever: what it waits with has been replaced by fake timers. */
export function assertRealTimers(toProblem: (names: readonly string[]) => Problem): void {
  const waits: Readonly<Record<string, object>> = {
    nextTick: Reflect.get(process, 'nextTick') as object,
    setImmediate,
    queueMicrotask,
  };
  const faked = Object.entries(waits).filter(([, wait]) => isFake(wait));
  if (faked.length > 0) assertNoProblems([toProblem(faked.map(([name]) => name))]);
}

// Jest's modern timers carry their clock, its legacy ones are mock functions.
function isFake(wait: object): boolean {
  return 'clock' in wait || '_isMockFunction' in wait;
}
