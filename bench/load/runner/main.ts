import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { toChart } from './chart';
import { measureHeapGrowth } from './heap-growth';
import { assertTools } from './load';
import { type Effort, runPass, type PassResult } from './pass';
import { type Summary, summarize } from './summary';
import { toTable } from './table';
import { type Workload, workloads } from './workloads';

// Plain Fastify against itself comes first: it tells how far the other figures can be trusted.
const contenders = [
  'fastify',
  'quintet',
  'fastify-schemas',
  'fastify-decorators',
  'nestjs',
  'nestjs-request-scope',
  'routing-controllers',
];
// A process keeps a speed of its own: more fresh ones tell more than longer bursts. Its compiler takes seconds, since it
// shares the core with the server.
const thorough: Effort = { passes: 7, bursts: 2, burstSeconds: 1, warmUpSeconds: 4 };
// Under a minute, since it measures only Quintet unless told. It shows what is broken, and no difference under 10 %.
const quick: Effort = { passes: 1, bursts: 1, burstSeconds: 1, warmUpSeconds: 1 };
const results = join(__dirname, '..', '..', 'results');

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string' },
      workloads: { type: 'string' },
      passes: { type: 'string' },
      quick: { type: 'boolean', default: false },
      heap: { type: 'boolean', default: false },
    },
  });
  const chosen = choose(contenders, values.only ?? (values.quick ? 'quintet' : undefined), (name) => name);
  const asked = choose(workloads, values.workloads, ({ name }) => name);
  const effort = { ...(values.quick ? quick : thorough), ...(values.passes && { passes: Number(values.passes) }) };
  await assertTools();

  if (values.heap) {
    await printHeapGrowth(chosen, asked);
    return;
  }
  const summaries = await measureAll(chosen, asked, effort);
  const table = toTable(summaries, asked);
  process.stdout.write(`\n${table}\n`);
  writeFileSync(`${results}.json`, `${JSON.stringify({ node: process.version, effort, summaries }, null, 2)}\n`);
  writeFileSync(`${results}.md`, `${table}\n`);
  writeFileSync(`${results}.svg`, toChart(summaries, asked));
}

async function printHeapGrowth(names: readonly string[], asked: readonly Workload[]): Promise<void> {
  for (const workload of asked) {
    for (const contender of names) {
      if (workload.only && !workload.only.includes(contender)) continue;
      const bytes = await measureHeapGrowth(contender, workload, 1_000_000);
      process.stdout.write(`${workload.name} ${contender}: ${bytes.toFixed(2)} bytes of heap for each request\n`);
    }
  }
}

async function measureAll(names: readonly string[], asked: readonly Workload[], effort: Effort): Promise<Summary[]> {
  const summaries: Summary[] = [];
  for (const workload of asked) {
    for (const contender of names) {
      if (workload.only && !workload.only.includes(contender)) continue;
      const passes: PassResult[] = [];
      for (let pass = 0; pass < effort.passes; pass++) {
        passes.push(await runPass(contender, workload, effort, pass));
      }
      const summary = summarize(contender, passes);
      const { ratio, cpuRatio, requestsPerSecond } = summary;
      process.stdout.write(`${workload.name} ${contender}: ${ratio} (CPU ${cpuRatio}, ${requestsPerSecond}/s)\n`);
      summaries.push(summary);
    }
  }
  return summaries;
}

function choose<T>(all: readonly T[], wanted: string | undefined, readName: (each: T) => string): readonly T[] {
  if (wanted === undefined) return all;
  return wanted.split(',').map((name) => {
    const found = all.find((each) => readName(each) === name);
    if (found === undefined) throw new Error(`"${name}" is not known. There are: ${all.map(readName).join(', ')}.`);
    return found;
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
