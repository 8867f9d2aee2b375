import { assertNoProblems, type Problem } from '../errors/configuration-error';
import { notAReplacement, replacedRequestValue, unusedReplacement } from '../errors/testing-problems';
import { describeValue } from '../http/describe-value';
import { readClass, readProvided } from '../kernel-middleware';
import { type Blueprint, readBlueprint } from '../kernel-blueprint';
import type { Class } from '../metadata/class';
import type { Provider } from '../metadata/provider';
import { describeToken, type TokenOf } from '../metadata/token';
import { type Faked, readFakedTokens } from './fake';
import { readUsedTokens } from './used-tokens';

/** What takes the place of a part of an application in a test: a fake, or what `provide` returns. */
export type Replacement = Faked | Provider;

/** The providers of replacements, each proved to replace something. */
export function readReplacements(module: Class, replacements: readonly Replacement[]): readonly Provider[] {
  if (replacements.length === 0) return [];
  const providers = replacements.flatMap(toProviders);
  assertNoProblems(replacements.filter((each) => toProviders(each).length === 0).map(describeStranger));

  const blueprint = readBlueprint(module);
  const tokens = providers.map((each) => each.provide as TokenOf<unknown>);
  const used = readUsedTokens(blueprint, new Set(tokens));
  assertNoProblems(tokens.flatMap((token) => findProblem(token, used, blueprint)));
  return providers;
}

function toProviders(replacement: Replacement): readonly Provider[] {
  if (typeof replacement === 'object' && 'provide' in replacement && readFakedTokens(replacement).length === 0) {
    return [replacement];
  }
  return readFakedTokens(replacement).map((token) => ({ provide: token, useValue: replacement }));
}

function describeStranger(replacement: unknown): Problem {
  return notAReplacement(describeValue(replacement));
}

function findProblem(token: TokenOf<unknown>, used: ReadonlySet<TokenOf<unknown>>, { middleware }: Blueprint) {
  const filling = middleware.find((entry) => readProvided([entry]).has(token));
  if (filling) return [replacedRequestValue(describeToken(token), describeToken(readClass(filling)))];
  return used.has(token) ? [] : [unusedReplacement(describeToken(token), [...used].map(describeToken))];
}
