import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { lockFolder } from './folder-lock';

describe('the lock of a folder', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'conduit-'));
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('keeps out whoever comes second, and names who is in', async () => {
    await lockFolder(folder);

    await expect(lockFolder(folder)).rejects.toThrow(
      `The database in ${folder} is in use by process ${String(process.pid)}. Stop it, or set PGLITE_FOLDER to another.`,
    );
  });

  it('is opened again', async () => {
    const unlock = await lockFolder(folder);
    await unlock();

    expect(readdirSync(folder)).toEqual([]);
    await expect(lockFolder(folder)).resolves.toBeInstanceOf(Function);
  });

  it('does not outlive its process', async () => {
    // No process has so high a number.
    writeFileSync(join(folder, 'process.pid'), '4194305');

    await expect(lockFolder(folder)).resolves.toBeInstanceOf(Function);
  });

  it('makes the folder', async () => {
    await expect(lockFolder(join(folder, 'new', 'one'))).resolves.toBeInstanceOf(Function);
  });
});
