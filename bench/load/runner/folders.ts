import { existsSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const home = mkdtempSync(join(tmpdir(), 'folders-'));
const built = join(__dirname, '..', '..');
process.once('exit', () => {
  rmSync(home, { recursive: true });
});

/**
 * Another path to everything for each pass, longer than that of the pass before.
 *
 * What a server keeps of the names of its files decides when V8 collects, and with it how fast the server is, the same
 * in each process: figures from one folder differ by up to a quarter from those from the next, however many passes there are.
 */
export function openFolder(pass: number): string {
  const folder = join(home, 'p'.repeat(1 + 7 * pass));
  if (!existsSync(folder)) symlinkSync(built, folder);
  return folder;
}

/** Has Node take the paths as they are given. */
export const nodeOptions = ['--preserve-symlinks', '--preserve-symlinks-main'];
