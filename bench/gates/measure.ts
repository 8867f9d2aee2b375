/** Something to be timed: `count` times. */
export type Work = (count: number) => void;

const batches = 600;

/**
 * Nanoseconds per call of each: all in turn, in many short batches, of which the fastest twentieth counts. What else the
 * machine does makes a batch slower, never faster.
 */
export function measure<Name extends string>(
  works: Readonly<Record<Name, Work>>,
  perBatch = 1_000,
): Record<Name, number> {
  const entries = Object.entries(works) as [Name, Work][];
  const times = new Map(entries.map(([name]) => [name, [] as number[]]));
  for (let batch = 0; batch < batches; batch++) {
    for (const [name, work] of entries) {
      const start = process.hrtime.bigint();
      work(perBatch);
      times.get(name)?.push(Number(process.hrtime.bigint() - start) / perBatch);
    }
  }
  return Object.fromEntries([...times].map(([name, all]) => [name, readFastest(all)])) as Record<Name, number>;
}

function readFastest(all: readonly number[]): number {
  return [...all].sort((left, right) => left - right)[Math.floor(all.length / 20)] ?? Number.NaN;
}
