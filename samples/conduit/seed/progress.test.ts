import { createProgress } from './progress';

describe('the progress of a task', () => {
  it('is a line for each tenth where there is no terminal', () => {
    const lines = run({ isTTY: false });

    expect(lines).toEqual(['rows 30/100\n', 'rows 60/100\n', 'rows 90/100\n', 'rows 100/100\n']);
  });

  it('is a bar on a terminal', () => {
    const drawn = run({ isTTY: true }).join('');

    expect(drawn).toContain('rows');
    expect(drawn).toContain('100/100');
    expect(drawn).toContain('█');
  });

  function run({ isTTY }: { readonly isTTY: boolean }): string[] {
    const written: string[] = [];
    const write = (text: string) => written.push(text);
    const progress = createProgress({
      isTTY,
      write,
      cursorTo: write,
      clearLine: write,
    } as unknown as NodeJS.WriteStream);

    progress.start('rows', 100);
    for (const done of [30, 30, 30, 10]) progress.advance(done);
    progress.stop();
    return written;
  }
});
