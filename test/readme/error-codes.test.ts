import { readdirSync, readFileSync } from 'node:fs';

import { warningCodes } from '../../src/errors/warning-codes';

const headings = [...readFileSync('docs/errors.md', 'utf8').matchAll(/^## (Q\d{3}): (.+)\n\n(.+)/gm)];

describe('the codes of faults', () => {
  it('are Q and a number, and each has its heading, its cause and its mend in docs/errors.md, in order', () => {
    expect(headings.map(([, code]) => code)).toEqual(readCodes(/\bcode: '([^']+)'/g));
  });

  it('say there which of them are warnings, as the framework knows them', () => {
    const warnings = headings.filter(([, , title]) => title?.endsWith('(warning)')).map(([, code]) => code);

    expect(warnings).toEqual([...warningCodes]);
    expect(warnings).toEqual(readWarnings());
  });
});

function readWarnings(): (string | undefined)[] {
  const severityFirst = readCodes(/severity: 'warning',\s*code: '([^']+)'/g);
  const severityLast = readCodes(/code: '([^']+)',(?:(?!code: |\n\}).)*severity: 'warning'/gs);
  return [...new Set([...severityFirst, ...severityLast])].sort();
}

function readCodes(pattern: RegExp): (string | undefined)[] {
  const sources = readdirSync('src/errors').map((file) => readFileSync(`src/errors/${file}`, 'utf8'));
  const codes = [...sources.join('\n').matchAll(pattern)].map(([, code]) => code);
  return [...new Set(codes)].sort();
}
