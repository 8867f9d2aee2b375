/** Bytes of the heap that are in use. The process must have been started with `--expose-gc`. */
export async function readHeap(): Promise<number> {
  for (let pass = 0; pass < 3; pass++) {
    (globalThis as unknown as { gc: () => void }).gc();
    await nextTurn();
  }
  return process.memoryUsage().heapUsed;
}

/** Lets all that waits for the event loop go on. */
export function nextTurn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
