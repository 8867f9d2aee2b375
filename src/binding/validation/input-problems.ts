import type { Problem } from '../../errors/configuration-error';
import * as problems from '../../errors/validation-problems';
import { type AbstractClass, isClass } from '../../metadata/class';
import { describeToken } from '../../metadata/token';
import { readRules } from '../library-metadata';
import { readReached } from './constraint-classes';
import { readFieldProblems } from './field-problems';
import type { InputOptions } from './input-options';
import { readDto } from '../dto/read-dto';

/** Where an input is bound, as messages write it. */
export interface InputPlace {
  /** `Parameter 1 of NoteView.create`. */
  readonly parameter: string;
  /** `@Body`. */
  readonly decorator: string;
}

/** What is wrong with the class of an input: all that would let a value reach the view unchecked. */
export function readInputProblems(
  type: unknown,
  place: InputPlace,
  options: Pick<InputOptions, 'isText' | 'groups'>,
): Problem[] {
  const { parameter, decorator } = place;
  if (type === Array || (Array.isArray(type) && !isClass(type[0]))) {
    return [problems.unknownInputItems(parameter, decorator)];
  }
  const item: unknown = Array.isArray(type) ? type[0] : type;
  const cause = readCause(item);
  if (cause !== undefined) return [problems.unknownInputClass(parameter, decorator, cause)];

  const root = item as AbstractClass;
  const groups = options.groups ?? [];
  if (readRules(root, groups).length === 0) {
    return [problems.inputWithoutRules(parameter, describeToken(root), groups)];
  }
  return readReached(root).flatMap((each) =>
    readDto(each).fields.flatMap((field) => readFieldProblems(each, field, { parameter, options })),
  );
}

function readCause(type: unknown): string | undefined {
  if (type === Object) return 'it is an interface, a type alias, a union such as X | null, or imported as a type only';
  if (type === Function) return 'its class is imported with "import type"';
  if (isClass(type)) return undefined;
  return 'its class was not loaded yet, since two files import each other, or the compiler emits no types, as esbuild and tsx';
}
