import type { Problem } from '../errors/configuration-error';
import { describeValue } from '../http/describe-value';
import { isClass } from '../metadata/class';
import { scopes } from '../metadata/token';

/** What is wrong with a provider that no compiler has checked; `undefined` where it can be understood. */
export function readProviderFault(provider: object): Pick<Problem, 'problem' | 'fix'> | undefined {
  if (isClass(provider)) return undefined;
  const given: Readonly<Record<string, unknown>> = { ...provider };
  const ways = ['useValue', 'useClass', 'useToken', 'useFactory'].filter((way) => way in given);
  const told = ways.filter((way) => way === 'useValue' || given[way] !== undefined);
  if (told.length > 1) return { problem: `has both ${told.join(' and ')}`, fix: 'Leave one of them.' };
  if (told.length === 0) return ways[0] === undefined ? withoutWay : describeUndefined(ways[0]);

  const wrong = Object.entries(rules).find(([name, { isValid }]) => given[name] !== undefined && !isValid(given[name]));
  if (!wrong) return undefined;
  const [name, { wanted }] = wrong;
  return { problem: `has ${describeValue(given[name])} as ${name}`, fix: `Give it ${wanted}.` };
}

const withoutWay = {
  problem: 'does not say how it is made',
  fix: 'Give it useValue, useClass, useToken or useFactory.',
};

function describeUndefined(way: string): Pick<Problem, 'problem' | 'fix'> {
  return {
    problem: `has undefined as ${way}: it is not exported, or files import each other in a circle`,
    fix: 'Export it, or move it into a file that does not import this one.',
  };
}

const isFunction = (value: unknown): boolean => typeof value === 'function';

const rules: Readonly<Record<string, { isValid: (value: unknown) => boolean; wanted: string }>> = {
  useClass: { isValid: isClass, wanted: 'a class' },
  useToken: { isValid: (value) => value !== null, wanted: 'a token or a class' },
  useFactory: { isValid: isFunction, wanted: 'a function' },
  inject: { isValid: Array.isArray, wanted: 'a list of tokens and classes' },
  dispose: { isValid: isFunction, wanted: 'a function' },
  scope: { isValid: (value) => scopes.includes(value as never), wanted: `one of ${scopes.join(', ')}` },
};
