import { assertNoProblems } from '../../errors/configuration-error';
import type { Answer } from '../../http/answer';
import type { HeaderValue } from '../../http/headers';
import { assertIsNoSlip } from '../../http/to-json';
import { readResponseHeaders, readReturns, type ReturnsOptions } from '../../metadata/answers';
import type { AbstractClass, Class } from '../../metadata/class';
import { readAnswerProblems } from './answer-problems';
import { Writers } from './writers';

/** What the decorators of a view method say about its answers. */
export interface DeclaredAnswer {
  /** What leaves of a body; `undefined` is all of it. */
  readonly answer: Answer | undefined;
  readonly headers: readonly (readonly [name: string, value: HeaderValue])[];
}

/**
 * Decides at boot what of a view method's bodies leaves, and with which headers.
 *
 * @throws {ConfigurationError} when that is declared wrongly
 */
export function compileDeclaredAnswer(view: AbstractClass, action: string): DeclaredAnswer {
  assertNoProblems(readAnswerProblems(view, action));
  const returns = readReturns(view, action);
  return {
    answer: returns?.type && compileAnswer({ ...returns, type: returns.type }),
    headers: readResponseHeaders(view, action).map(({ name, value }) => [name, value]),
  };
}

/** A class that is returned, or a list of it. */
export interface ReturnedDto {
  readonly type: Class;
  readonly isList: boolean;
  readonly options: ReturnsOptions;
}

/** Decides at boot what of the instances of a class leaves. */
export function compileAnswer({ type, isList, options }: ReturnedDto): Answer {
  const { write, shape } = readWriters(options.groups ?? []).readBody(type, isList);
  return {
    write: (body) => write(body),
    shape: (body) => {
      if (typeof body === 'object' && body !== null) assertIsNoSlip(body);
      return shape(body);
    },
  };
}

// Two methods that return one DTO share what was compiled.
const writersByGroups = new Map<string, Writers>();

function readWriters(groups: readonly string[]): Writers {
  const key = JSON.stringify([...groups].sort());
  const writers = writersByGroups.get(key) ?? new Writers(groups);
  writersByGroups.set(key, writers);
  return writers;
}
