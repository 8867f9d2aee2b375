import { constants } from 'node:os';

/** Ends a kernel, and tells whether it ended by itself. Never rejects. */
export type Shutdown = () => Promise<boolean>;

const signals = ['SIGTERM', 'SIGINT'] as const;
const running = new Set<Shutdown>();
let isEnding = false;

/**
 * Has SIGTERM and SIGINT end a kernel and then the process: with 0, or with 1 where something was broken off. All kernels
 * of the process end together. A second signal ends the process at once, with 128 and the number of the signal.
 *
 * Returns what undoes it.
 */
export function endOnSignals(shutdown: Shutdown): () => void {
  if (running.size === 0) for (const signal of signals) process.on(signal, endProcess);
  running.add(shutdown);
  return () => {
    running.delete(shutdown);
    // While the process ends, a second signal still counts.
    if (running.size === 0 && !isEnding) for (const signal of signals) process.off(signal, endProcess);
  };
}

function endProcess(signal: NodeJS.Signals): void {
  if (isEnding) process.exit(128 + constants.signals[signal]);
  isEnding = true;
  void Promise.all([...running].map((shutdown) => shutdown())).then((ended) => {
    process.exit(ended.every(Boolean) ? 0 : 1);
  });
}
