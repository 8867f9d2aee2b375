import { compileInvoke } from '../../src/binding/compile-arguments';
import { defaultLimits } from '../../src/binding/validation/input-options';
import type { HttpRequest, ValidationIssue } from '../../src/index';
import { ValidationError } from '../../src/index';

class CountedView {
  show(...values: unknown[]) {
    return values;
  }
}

type Read = (request: HttpRequest) => unknown;

function invoke(reads: readonly Read[]): unknown {
  const parameters = reads.map((read, index) => {
    return { index, source: 'own' as const, action: 'show', declaredBy: CountedView, read };
  });
  const options = { unknownProperties: 'reject' as const, limits: defaultLimits, acceptsForms: false, bodyLimit: 0 };
  return compileInvoke('show', parameters, options)(new CountedView(), Object.create(null) as HttpRequest);
}

function refuse(index: number): never {
  const issue: ValidationIssue = { in: 'query', pointer: `/${index}`, rule: 'own', message: 'no' };
  throw new ValidationError([issue]);
}

describe.each([0, 1, 2, 3, 4, 5, 6])('%i arguments', (count) => {
  const values = Array.from({ length: count }, (_, index) => index);

  it('are passed at once where none is a promise', () => {
    expect(invoke(values.map((value) => () => value))).toEqual(values);
  });

  it('are passed in order whichever is a promise', async () => {
    for (const late of [...values, -1]) {
      const reads = values.map((value) => () => (value === late || late === -1 ? Promise.resolve(value) : value));
      expect(await invoke(reads)).toEqual(values);
    }
  });

  it('are refused together', () => {
    const readIssues = () => {
      try {
        return invoke(values.map((value) => () => refuse(value)));
      } catch (error) {
        return (error as ValidationError).errors.map(({ pointer }) => pointer);
      }
    };

    expect(readIssues()).toEqual(values.map((value) => `/${value}`));
  });
});
