import type { PassResult } from './pass';

/** What all passes of one contender and workload come to. */
export interface Summary {
  readonly contender: string;
  readonly workload: string;
  /** Requests per second against the baseline: the median of all pairs of bursts. */
  readonly ratio: number;
  /** The lowest and the highest of the passes' medians. */
  readonly range: readonly [lowest: number, highest: number];
  /** CPU per request against the baseline: the median; above 1 the contender needs less. */
  readonly cpuRatio: number;
  readonly requestsPerSecond: number;
  readonly rssRatio: number;
  readonly startRatio: number;
}

/** Brings the passes of one contender and workload together. */
export function summarize(contender: string, passes: readonly PassResult[]): Summary {
  const medians = passes.map(({ ratios }) => median(ratios));
  return {
    contender,
    workload: passes[0]?.workload ?? '',
    ratio: round(median(passes.flatMap(({ ratios }) => ratios))),
    range: [round(Math.min(...medians)), round(Math.max(...medians))],
    cpuRatio: round(median(passes.flatMap(({ cpuRatios }) => cpuRatios))),
    requestsPerSecond: Math.round(median(passes.map((pass) => pass.requestsPerSecond))),
    rssRatio: round(median(passes.map(({ rss }) => rss.contender / rss.baseline))),
    startRatio: round(median(passes.map(({ startTime }) => startTime.contender / startTime.baseline))),
  };
}

/** The middle of some numbers. */
export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

function round(ratio: number): number {
  return Math.round(ratio * 100) / 100;
}
