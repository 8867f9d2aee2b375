/** What a call throws. Node's own errors are of another realm than a test's, so `toThrow` cannot compare them. */
export function readThrown(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return error;
  }
  throw new Error('Nothing was thrown.');
}
