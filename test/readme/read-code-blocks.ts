/** A fenced block of a Markdown page, or a comment `<!-- ts … -->` that stands for one and is not shown. */
export interface CodeBlock {
  readonly language: string;
  /** The number of the line after the fence, from 1. */
  readonly line: number;
  readonly lines: readonly string[];
}

const openings = [
  { start: /^```(\w+)/, end: /^```\s*$/ },
  { start: /^<!-- (ts)$/, end: /^-->$/ },
];

/** The blocks of code in a page, in their order. */
export function readCodeBlocks(markdown: string): CodeBlock[] {
  const blocks: CodeBlock[] = [];
  const lines = markdown.split('\n');
  for (let index = 0; index < lines.length; index++) {
    const block = readBlock(lines, index);
    if (!block) continue;
    blocks.push(block);
    index += block.lines.length + 1;
  }
  return blocks;
}

function readBlock(lines: readonly string[], index: number): CodeBlock | undefined {
  for (const { start, end } of openings) {
    const language = start.exec(lines[index] ?? '')?.[1];
    if (language === undefined) continue;
    const rest = lines.slice(index + 1);
    const length = rest.findIndex((line) => end.test(line));
    return { language, line: index + 2, lines: length < 0 ? rest : rest.slice(0, length) };
  }
  return undefined;
}
