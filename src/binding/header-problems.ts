import type { Problem } from '../errors/configuration-error';
import { upperCaseHeader } from '../errors/validation-problems';
import { isClass } from '../metadata/class';
import type { DeclaredParameter } from '../metadata/parameters';
import { describeToken } from '../metadata/token';
import { readDto } from './dto/read-dto';
import { readInputParameter } from './input-parameter';

/** The fields of a class of headers that no header would fill: names of headers have no upper-case letters in HTTP. */
export function readHeaderProblems(place: string, parameter: DeclaredParameter): Problem[] {
  const type = readInputParameter(parameter)?.type;
  if (parameter.source !== 'header' || !isClass(type)) return [];

  return readDto(type)
    .fields.filter(({ name, expose, rules }) => rules.length > 0 && expose?.name === undefined && /[A-Z]/.test(name))
    .map(({ name }) =>
      upperCaseHeader(`${describeToken(type)}.${name}`, `Parameter ${parameter.index + 1} of ${place}`, name),
    );
}
