import { isDeepStrictEqual } from 'node:util';
import * as fc from 'fast-check';
import type { UnknownProperties } from '../../../src/binding/validation/input-options';
import { askLibraries, type OracleIssue } from './oracle';
import { createRandomDto, pick } from './random-dto';
import { createRandomValue } from './random-value';
import { compileReader } from './read-input';

const valuesOfEach = 8;

function toText({ pointer, rule, message }: OracleIssue): string {
  return `${pointer} ${rule}: ${message}`;
}

describe('compiled validation', () => {
  it('gives the instance, or the issues, that the libraries give', async () => {
    const counts = { valid: 0, invalid: 0 };

    await fc.assert(
      fc.asyncProperty(fc.gen(), async (gen) => {
        const dto = createRandomDto(gen);
        const groups = pick<string[]>(gen, [[], [], ['a'], ['a', 'b']]);
        const unknownProperties = pick<UnknownProperties>(gen, ['allow', 'strip', 'reject']);
        const readValue = compileReader(dto.type, { groups, unknownProperties });
        for (let each = 0; each < valuesOfEach; each++) {
          const value = createRandomValue(gen, dto);
          const theirs = await askLibraries(dto, { value, groups, unknownProperties });
          const read = readValue(value);
          const instance = await read.value;

          const expected = theirs.issues.map(toText);
          const found = read.issues.map(toText);
          // What is unknown is told first, and what is waited for last.
          const isOrdered = !dto.hasAsync && unknownProperties !== 'reject';
          expect(isOrdered ? found : found.sort()).toEqual(isOrdered ? expected : expected.sort());
          expect(instance === undefined).toBe(expected.length > 0);
          expect(instance === undefined || isDeepStrictEqual(instance, theirs.instance)).toBe(true);
          counts[instance === undefined ? 'invalid' : 'valid']++;
        }
      }),
      { numRuns: Number(process.env['ORACLE_RUNS'] ?? 300), endOnFailure: true },
    );

    expect(Math.min(counts.valid, counts.invalid)).toBeGreaterThan(50);
  }, 600_000);
});
