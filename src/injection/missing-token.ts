import { describeCloseNames } from '../errors/close-names';
import type { MissingToken } from '../errors/injection-problems';
import { type AbstractClass, isClass, readLineage } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import type { Graph } from './graph';

/** What a token is that nothing provides, and what may have been meant. */
export function describeMissing(token: TokenOf<unknown>, { sources, nodes }: Graph): MissingToken {
  const name = describeToken(token);
  const tokens = new Set([
    ...sources.registry.tokens,
    ...nodes.keys(),
    ...sources.values.keys(),
    ...sources.requestTokens,
  ]);
  const names = [...tokens].map(describeToken);
  if (names.includes(name)) return { kind: 'namesake' };
  if (!isClass(token)) return { kind: 'token', question: describeCloseNames(name, names) };
  if (Reflect.get(globalThis, name) === token) return { kind: 'platform class' };

  const types = [...sources.registry.tokens.map((each) => sources.registry.find(each)), ...nodes.values()].map(
    (each) => each?.type ?? each?.token,
  );
  const heir = types.find((each) => isClass(each) && readLineage(each).includes(token as AbstractClass));
  return { kind: 'class', heir: heir && describeToken(heir) };
}
