import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import type { Problem } from '../errors/configuration-error';
import { openQuoteInEnvFile, oddLineInEnvFile, unreadableEnvFile } from '../errors/settings-problems';

/** What a `.env` file says, and what is wrong with it. */
export interface EnvFile {
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly problems: readonly Problem[];
}

/** Reads a `.env` file, which need not exist. Node's own parser says what it means. */
export function readEnvFile(path: string): EnvFile {
  try {
    // Editors on Windows put a byte order mark first, which would become part of the first name.
    const lines = readFileSync(path, 'utf8')
      .replace(/^\uFEFF/, '')
      .split('\n');
    const problems = removeOddLines(path, lines);
    return { variables: parseEnv(lines.join('\n')), problems };
  } catch (error) {
    const { code = 'unknown error' } = error as NodeJS.ErrnoException;
    return { variables: {}, problems: code === 'ENOENT' ? [] : [unreadableEnvFile(path, code)] };
  }
}

// Node's parser passes over what it does not understand, or takes it into the name of the next line.
function removeOddLines(path: string, lines: string[]): Problem[] {
  const problems: Problem[] = [];
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (/^\s*(#|$)/.test(line)) continue;

    const value = /^\s*(?:export )?[A-Za-z_][\w.-]*\s*=\s*(.*)/.exec(line)?.[1];
    if (value === undefined) {
      problems.push(oddLineInEnvFile(path, index + 1));
      lines[index] = '';
      continue;
    }

    const end = findLastLine(lines, index, value);
    if (end === undefined) problems.push(openQuoteInEnvFile(path, index + 1));
    index = end ?? index;
  }
  return problems;
}

// The line with the closing quote, for a value that opens one.
function findLastLine(lines: readonly string[], start: number, value: string): number | undefined {
  const quote = value.charAt(0);
  if (!['"', "'", '`'].includes(quote) || value.includes(quote, 1)) return start;

  const end = lines.findIndex((line, index) => index > start && line.includes(quote));
  return end === -1 ? undefined : end;
}
