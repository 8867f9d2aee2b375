import type { AbstractClass } from '../../metadata/class';
import type { DtoField } from '../dto/read-dto';
import { toPlain } from '../library-metadata';
import { isMethod } from './answer-fields';

/** Turns what was read from a field into what leaves. */
export type ConvertField = (value: unknown, object: object) => unknown;

/** What is done to a field's value before it leaves, if anything: a method is called, then `@Transform` applied, once. */
export function compileConvert(
  owner: AbstractClass,
  field: DtoField,
  groups: readonly string[],
): ConvertField | undefined {
  const { name } = field;
  const transforms = field.transforms.toPlain.filter(({ options }) => isOfGroups(options?.groups, groups));
  const isCalled = isMethod(owner, name);
  if (transforms.length === 0 && !isCalled) return undefined;

  const type = toPlain;
  const options = groups.length > 0 ? { groups: [...groups] } : {};
  return (read, object) => {
    let value = isCalled && typeof read === 'function' ? (read as () => unknown).call(object) : read;
    for (const { transformFn } of transforms) {
      // eslint-disable-next-line @typescript-eslint/no-unsafe-enum-assignment -- only the loaded library has its enum
      value = transformFn({ value, key: name, obj: object, type, options });
    }
    return value;
  };
}

function isOfGroups(wanted: readonly string[] | undefined, groups: readonly string[]): boolean {
  return !wanted?.length || wanted.some((each) => groups.includes(each));
}
