import { readdirSync, readFileSync } from 'node:fs';

describe('the codes of faults', () => {
  it('are listed in the README, all of them and no other, in order', () => {
    expect(readListedCodes()).toEqual(readCodes());
  });
});

function readListedCodes(): (string | undefined)[] {
  const [, section = ''] = /^## Faults at start\n([^]*?)^## /m.exec(readFileSync('README.md', 'utf8')) ?? [];
  return [...section.matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
}

function readCodes(): (string | undefined)[] {
  const sources = readdirSync('src/errors').map((file) => readFileSync(`src/errors/${file}`, 'utf8'));
  const codes = [...sources.join('\n').matchAll(/\bcode: '(\w+)'/g)].map(([, code]) => code);
  return [...new Set(codes)].sort();
}
