import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSettings } from '../../src/settings/read-settings';
import { Settings } from '../../src/settings/settings';

describe('the sources of settings', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-settings-'));
  const workingFolder = process.cwd();
  const variables = process.env;

  beforeEach(() => {
    process.chdir(folder);
    writeFileSync('.env', 'HOST=file\nPORT=1\nLOG_LEVEL=warn\nJWT_KEY\nBODY_LIMIT=x\n');
    process.env = { ...variables, HOST: 'environment', LOG_LEVEL: '', DEBUG: '' };
    delete process.env['PORT'];
    delete process.env['BODY_LIMIT'];
  });

  afterEach(() => {
    process.chdir(workingFolder);
    process.env = variables;
  });

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are the environment, then .env in the working directory, then the defaults', async () => {
    writeFileSync('.env', 'HOST=file\nPORT=1\n');

    const { settings } = await readSettings(Settings);

    expect(settings).toMatchObject({ host: 'environment', port: 1, bodyLimit: 1_048_576 });
  });

  it('hide a line of .env behind an empty variable of the environment', async () => {
    writeFileSync('.env', 'LOG_LEVEL=warn\n');

    const { settings } = await readSettings(Settings);

    expect(settings?.logLevel).toBe('info');
  });

  it('are named in the fix, and faults of .env stand in the same report', async () => {
    const { problems } = await readSettings(Settings);

    expect(problems).toEqual([
      {
        code: 'Q409',
        problem: 'Line 4 of .env is not of the form NAME=value.',
        fix: 'Write NAME=value, or begin the line with #.',
      },
      {
        code: 'Q403',
        problem: 'BODY_LIMIT is "x", which does not fit Settings.bodyLimit: it must be a number.',
        fix: 'Correct BODY_LIMIT in .env.',
      },
    ]);
  });

  it('are only the given env when there is one', async () => {
    const { settings } = await readSettings(Settings, { env: { PORT: '2' } });

    expect(settings).toMatchObject({ host: '127.0.0.1', port: 2, logLevel: 'info' });
  });

  it('may be a given env and a given file', async () => {
    writeFileSync('test.env', 'PORT=3\nHOST=file\nBODY_LIMIT=x\n');

    const { problems } = await readSettings(Settings, { env: { PORT: '70000' }, envFile: 'test.env' });

    expect(problems.map(({ fix }) => fix)).toEqual([
      'Correct PORT in the environment.',
      'Correct BODY_LIMIT in test.env.',
    ]);
  });

  it('need no file', async () => {
    rmSync('.env');

    const { problems } = await readSettings(Settings);

    expect(problems).toEqual([]);
  });
});
