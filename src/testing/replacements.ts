import { assertNoProblems, type Problem } from '../errors/configuration-error';
import { notAReplacement, unusedReplacement } from '../errors/testing-problems';
import { describeValue } from '../http/describe-value';
import { Registry } from '../injection/registry';
import { readBlueprint } from '../kernel-blueprint';
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

  const tokens = providers.map((each) => each.provide as TokenOf<unknown>);
  const replacing = new Registry(providers.map((provider) => ({ provider, module: describeToken(module) })));
  const used = readUsedTokens(readBlueprint(module), replacing);
  const unused = tokens.filter((token) => !used.has(token)).map(describeToken);
  assertNoProblems(unused.map((name) => unusedReplacement(name, [...used].map(describeToken))));
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
