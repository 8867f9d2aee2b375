/** Waits for some work, for a number of milliseconds at most; 0 is no limit. */
export async function withTimeLimit(work: Promise<void>, milliseconds: number, toError: () => Error): Promise<void> {
  if (milliseconds === 0) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(toError());
    }, milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
