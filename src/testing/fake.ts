import { assertNoProblems } from '../errors/configuration-error';
import { unknownFakeMethod } from '../errors/testing-problems';
import { type AbstractClass, isClass } from '../metadata/class';
import { describeToken, type Token, type TokenOf } from '../metadata/token';
import { fillGaps, readMembers } from './fake-members';

declare const faked: unique symbol;

/** What `fake` has made: it stands for a class or a token. */
export interface Faked {
  readonly [faked]: true;
}

/** The names in the part of a fake that what it stands for does not have. */
export type RefuseStrays<T, Part> = Readonly<Record<Exclude<keyof Part, keyof T>, never>>;

const fakes = new WeakMap<object, Set<TokenOf<unknown>>>();

/**
 * Stands in for a class or the value of a token, with the part of it that a test needs.
 *
 * It is passed as the real thing, `new NoteView(fake(Notes, { … }))`, and it replaces the real thing in
 * `createTestKernel(AppModule, { with: [fake(Notes, { … })] })`. Of a class, what the fake lacks throws when it is used;
 * nothing of the real constructor runs.
 *
 * @example
 * ```ts
 * const notes = fake(Notes, { find: async (id) => ({ id, title: 'A' }) });
 * ```
 *
 * @throws {ConfigurationError} when the part has a method that the class lacks
 */
export function fake<T extends object, Part extends Partial<T>>(
  type: AbstractClass<T>,
  part?: Part & Partial<NoInfer<T>> & RefuseStrays<T, Part>,
): T & Part & Faked;
export function fake<T extends object, Part extends Partial<T>>(
  token: Token<T>,
  value: Part & Partial<NoInfer<T>> & RefuseStrays<T, Part>,
): T & Part & Faked;
export function fake(token: TokenOf<object>, part: object = {}): object {
  const value = isClass(token) ? createFake(token, part) : part;
  fakes.set(value, (fakes.get(value) ?? new Set()).add(token));
  return value;
}

/** What a fake stands for; empty where it is none. */
export function readFakedTokens(value: object): readonly TokenOf<unknown>[] {
  return [...(fakes.get(value) ?? [])];
}

function createFake(type: AbstractClass, part: object): object {
  const members = readMembers(type);
  const strays = Object.entries(part).filter(([name, value]) => typeof value === 'function' && !members.has(name));
  const known = [...members.names];
  assertNoProblems(strays.map(([name]) => unknownFakeMethod(describeToken(type), name, known)));

  // Not on the fake itself: what prints or compares it reads all that it has of its own.
  const gaps = Object.create(type.prototype as object) as object;
  fillGaps(gaps, type, members);
  return Object.defineProperties(Object.create(gaps) as object, Object.getOwnPropertyDescriptors(part));
}
