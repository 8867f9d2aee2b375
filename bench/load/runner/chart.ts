import type { Summary } from './summary';
import type { Workload } from './workloads';

const barHeight = 14;
const groupGap = 22;
const labelWidth = 190;
const scale = 360;
const longest = 1.2;
// Beyond the longest bar, and so clear of the line.
const figureAt = labelWidth + longest * scale + 12;

/** The ratios as an SVG bar chart. Plain Fastify is the line at 1, so what is compared with something else is left out. */
export function toChart(summaries: readonly Summary[], workloads: readonly Workload[]): string {
  const parts: string[] = [];
  let y = 34;
  for (const { name, title } of workloads.filter(({ isLarge }) => !isLarge)) {
    const group = summaries.filter(({ workload }) => workload === name);
    if (group.length === 0) continue;
    parts.push(`<text class="title" x="8" y="${y}">${name} ${title}</text>`);
    y += 8;
    for (const summary of group) {
      parts.push(toBar(summary, y));
      y += barHeight + 3;
    }
    y += groupGap;
  }
  return toDocument(parts, y);
}

function toBar({ contender, ratio }: Summary, y: number): string {
  const width = Math.round(Math.min(ratio, longest) * scale);
  const kind = contender === 'quintet' ? 'ours' : 'theirs';
  return [
    `<text class="name" x="${labelWidth - 8}" y="${y + 11}">${contender}</text>`,
    `<rect class="${kind}" x="${labelWidth}" y="${y}" width="${width}" height="${barHeight}" rx="2"/>`,
    `<text class="figure" x="${figureAt}" y="${y + 11}">${ratio.toFixed(2)}</text>`,
  ].join('');
}

function toDocument(parts: readonly string[], height: number): string {
  const width = figureAt + 40;
  const one = labelWidth + scale;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Requests per second, as a ratio to plain Fastify">
<style>
text { font: 12px system-ui, sans-serif; fill: #24292f; }
.title { font-weight: 600; }
.name { text-anchor: end; }
.ours { fill: #0b7a5c; }
.theirs { fill: #9aa4ad; }
line { stroke: #24292f; stroke-dasharray: 3 3; }
@media (prefers-color-scheme: dark) { text { fill: #e6edf3; } line { stroke: #e6edf3; } .ours { fill: #35c496; } .theirs { fill: #6b757e; } }
</style>
<text x="${one}" y="14" text-anchor="middle">plain Fastify = 1</text>
<line x1="${one}" x2="${one}" y1="20" y2="${height - 8}"/>
${parts.join('\n')}
</svg>
`;
}
