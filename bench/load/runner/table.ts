import { median, type Summary } from './summary';
import type { Workload } from './workloads';

/** The ratios as a Markdown table: a row for each contender, a column for each workload. */
export function toTable(summaries: readonly Summary[], workloads: readonly Workload[]): string {
  const isLarge = new Set(workloads.filter((each) => each.isLarge).map(({ name }) => name));
  const contenders = [...new Set(summaries.map(({ contender }) => contender))];
  const rows = contenders.map((contender) => {
    const own = summaries.filter((summary) => summary.contender === contender);
    const cells = workloads.map(({ name }) => describe(own.find(({ workload }) => workload === name)));
    // The large application is compared with the contender's own small one.
    const compared = own.filter(({ workload }) => !isLarge.has(workload));
    const memory = median(compared.map(({ rssRatio }) => rssRatio));
    const start = median(compared.map(({ startRatio }) => startRatio));
    return row([contender, ...cells, describeRatio(memory), describeRatio(start)]);
  });
  const titles = workloads.map(({ name, title }) => `${name} ${title}`);
  const heading = ['', ...titles, 'memory', 'start'];
  return [row(heading), row(heading.map((_, index) => (index === 0 ? '---' : '--:'))), ...rows].join('\n');
}

function describe(summary: Summary | undefined): string {
  if (!summary) return '';
  const [lowest, highest] = summary.range;
  return `${describeRatio(summary.ratio)} (${lowest.toFixed(2)}–${highest.toFixed(2)}; CPU ${summary.cpuRatio.toFixed(2)})`;
}

function describeRatio(ratio: number): string {
  return Number.isNaN(ratio) ? '' : ratio.toFixed(2);
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
