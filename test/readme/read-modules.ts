import { readCodeBlocks, type CodeBlock } from './read-code-blocks';

/** A file of TypeScript that the blocks of a page make up. */
export interface PageModule {
  /** The name in a first line such as `// notes.ts`, so that other blocks can import it. */
  readonly name: string | undefined;
  /** As many lines as the page has, so that an error's line is the page's. */
  readonly text: string;
}

/**
 * Puts the `ts` blocks of a page together as a reader does: a block that begins with an import or a file's name
 * begins a file, any other goes on with the file of the block before it.
 */
export function readModules(markdown: string): PageModule[] {
  const modules: { name: string | undefined; lines: string[] }[] = [];
  let current: (typeof modules)[number] | undefined;
  for (const block of readCodeBlocks(markdown).filter(({ language }) => language === 'ts')) {
    if (current === undefined || beginsFile(block)) {
      current = { name: readFileName(block), lines: [] };
      modules.push(current);
    }
    while (current.lines.length < block.line - 1) current.lines.push('');
    current.lines.push(...block.lines);
  }
  return modules.map(({ name, lines }) => ({ name, text: lines.join('\n') }));
}

function beginsFile(block: CodeBlock): boolean {
  const first = block.lines.find((line) => line.trim() !== '');
  return readFileName(block) !== undefined || /^import\b/.test(first ?? '');
}

function readFileName(block: CodeBlock): string | undefined {
  return /^\/\/ ([\w.-]+\.ts)$/.exec(block.lines[0] ?? '')?.[1];
}
