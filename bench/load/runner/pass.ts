import { assertAnswer } from './compare-answers';
import { sendBurst } from './load';
import { type ServerProcess, startServer } from './server-process';
import type { Workload } from './workloads';

/** How long and how often is measured. */
export interface Effort {
  /** Fresh pairs of processes. */
  readonly passes: number;
  /** Bursts of each server in a pass, in turn with the other's. */
  readonly bursts: number;
  readonly burstSeconds: number;
  readonly warmUpSeconds: number;
}

/** What one pass found: the contender against the baseline that ran beside it. */
export interface PassResult {
  readonly workload: string;
  /** Requests per second, contender / baseline: one for each pair of bursts. */
  readonly ratios: readonly number[];
  /** CPU of one request, baseline / contender: higher is better here too. */
  readonly cpuRatios: readonly number[];
  readonly requestsPerSecond: number;
  /** MB under load. */
  readonly rss: Pair;
  /** Milliseconds. */
  readonly startTime: Pair;
}

/** One figure of both. */
export interface Pair {
  readonly contender: number;
  readonly baseline: number;
}

/** Two servers in processes of their own, in the folder of the pass: the baseline is plain Fastify, or for W9 the same contender's W5. */
export async function runPass(
  contender: string,
  workload: Workload,
  effort: Effort,
  pass: number,
): Promise<PassResult> {
  const startSubject = () => startServer(contender, workload.isLarge === true, pass);
  const startBaseline = () => startServer(workload.isLarge === true ? contender : 'fastify', false, pass);
  // Which of them is there first is not always the same.
  const early = pass % 2 === 0 ? await startSubject() : undefined;
  const baseline = await startBaseline();
  const subject = early ?? (await startSubject());
  try {
    await assertAnswer(contender, subject, workload);
    await assertAnswer('the baseline', baseline, workload);
    return await measure({ subject, baseline }, workload, effort);
  } finally {
    await Promise.all([subject.stop(), baseline.stop()]);
  }
}

interface Servers {
  readonly subject: ServerProcess;
  readonly baseline: ServerProcess;
}

async function measure({ subject, baseline }: Servers, workload: Workload, effort: Effort): Promise<PassResult> {
  await sendBurst(baseline, workload, effort.warmUpSeconds);
  await sendBurst(subject, workload, effort.warmUpSeconds);

  const ratios: number[] = [];
  const cpuRatios: number[] = [];
  let requestsPerSecond = 0;
  for (let burst = 0; burst < effort.bursts; burst++) {
    const send = (server: ServerProcess) => sendBurst(server, workload, effort.burstSeconds);
    // Who comes first changes, since the machine's speed does.
    const early = burst % 2 === 0 ? await send(subject) : undefined;
    const theirs = await send(baseline);
    const ours = early ?? (await send(subject));
    ratios.push(ours.requestsPerSecond / theirs.requestsPerSecond);
    cpuRatios.push(theirs.cpuPerRequest / ours.cpuPerRequest);
    requestsPerSecond = Math.max(requestsPerSecond, ours.requestsPerSecond);
  }
  return {
    workload: workload.name,
    ratios,
    cpuRatios,
    requestsPerSecond,
    rss: { contender: subject.readRss(), baseline: baseline.readRss() },
    startTime: { contender: subject.startTime, baseline: baseline.startTime },
  };
}
