import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEnvFile } from '../../src/settings/env-file';

describe('a .env file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-env-'));
  const path = join(folder, '.env');

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function read(text: string | Buffer) {
    writeFileSync(path, text);
    return readEnvFile(path);
  }

  it('gives its variables', () => {
    const text = [
      '# comment',
      '',
      'A=1',
      'export B=two words # comment',
      `C='a # b'`,
      'D="x',
      'y"',
      'E=',
      'F = 3',
    ].join('\n');

    expect(read(text)).toEqual({
      variables: { A: '1', B: 'two words', C: 'a # b', D: 'x\ny', E: '', F: '3' },
      problems: [],
    });
  });

  it('may come from Windows', () => {
    expect(read('\uFEFFA=1\r\n\r\n# comment\r\nB="2"\r\n')).toEqual({ variables: { A: '1', B: '2' }, problems: [] });
  });

  it('need not exist', () => {
    expect(readEnvFile(join(folder, 'absent'))).toEqual({ variables: {}, problems: [] });
  });

  it('is a fault when it cannot be read', () => {
    expect(readEnvFile(folder)).toEqual({
      variables: {},
      problems: [
        {
          code: 'Q408',
          problem: `${folder} cannot be read (EISDIR).`,
          fix: 'Make it a text file that this process may read, or remove it.',
        },
      ],
    });
  });

  it('is a fault in each line that sets nothing, whose text is not shown', () => {
    const { variables, problems } = read('A=1\nJWT_KEY: s3same\nB=2\n=s3same\nexport\n');

    expect(variables).toEqual({ A: '1', B: '2' });
    expect(problems).toEqual(
      [2, 4, 5].map((line) => ({
        code: 'Q409',
        problem: `Line ${String(line)} of ${path} is not of the form NAME=value.`,
        fix: 'Write NAME=value, or begin the line with #.',
      })),
    );
  });

  it('is a fault when a quote is never closed', () => {
    const { problems } = read('A="1\nB=2\n');

    expect(problems).toEqual([
      {
        code: 'Q409',
        problem: `Line 1 of ${path} opens a quote that is never closed.`,
        fix: 'Close it, or write the whole value in another kind of quotes.',
      },
    ]);
  });

  it('is a fault when it is not text', () => {
    expect(read(Buffer.from('A=1', 'utf16le')).problems).toEqual([
      {
        code: 'Q409',
        problem: `Line 1 of ${path} is not of the form NAME=value.`,
        fix: 'Write NAME=value, or begin the line with #.',
      },
    ]);
  });
});
