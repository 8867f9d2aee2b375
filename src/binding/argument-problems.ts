import type { Problem } from '../errors/configuration-error';
import { converterMismatch, unknownArgumentType } from '../errors/view-problems';
import { decoratorNames, type DeclaredParameter, type ParameterSource, takesFiles } from '../metadata/parameters';
import { describeToken } from '../metadata/token';
import { readParameterType } from './compile-parameter';
import { compileTextConverter } from './convert-text';
import { readHeaderProblems } from './header-problems';
import { readInputParameter } from './input-parameter';
import { readFileProblems } from './uploads/file-problems';
import { readInputProblems } from './validation/input-problems';

/** The parameters of one view method. */
export interface BoundMethod {
  /** `NoteView.show`. */
  readonly place: string;
  readonly parameters: readonly DeclaredParameter[];
  /** The converters of the pattern, by the name of their parameter. */
  readonly converters: ReadonlyMap<string, string>;
}

/** What is wrong with the types of arguments: text would reach the view in place of what it declares. */
export function readArgumentProblems({ place, parameters, converters }: BoundMethod): Problem[] {
  const files = readFileProblems(place, parameters);
  const types = parameters.flatMap((parameter) => {
    const { source, name, index } = parameter;
    if (!textSources.has(source) || name === undefined) return [];

    const described = `Parameter ${index + 1} of ${place}`;
    const type = readParameterType(parameter);
    const converter = source === 'param' ? converters.get(name) : undefined;
    // `str` gives the text as it is, which is then converted.
    if (converter !== undefined && converter !== 'str') return readMismatch(described, type, { name, converter });
    return compileTextConverter(type) ? [] : unknownArgumentType(described, `@${decoratorNames[source]}('${name}'`);
  });
  return [...files, ...types, ...parameters.flatMap((parameter) => readProblemsOfInput(place, parameter, parameters))];
}

function readProblemsOfInput(
  place: string,
  parameter: DeclaredParameter,
  parameters: readonly DeclaredParameter[],
): Problem[] {
  const input = readInputParameter(parameter);
  if (!input) return [];
  const at = {
    parameter: `Parameter ${parameter.index + 1} of ${place}`,
    decorator: `@${decoratorNames[parameter.source]}`,
  };
  const isText = input.isText || takesFiles(parameters);
  return [
    ...readInputProblems(input.type, at, { isText, groups: parameter.body?.groups }),
    ...readHeaderProblems(place, parameter),
  ];
}

// What a converter has made is passed as it is. Of those of an application nothing is known.
function readMismatch(described: string, type: unknown, { name, converter }: { name: string; converter: string }) {
  const given = typesOfConverters.get(converter);
  if (given === undefined || type === given || (type !== Number && type !== String)) return [];
  return converterMismatch(described, `<${converter}:${name}>`, describeToken(given));
}

const textSources: ReadonlySet<ParameterSource> = new Set(['param', 'query', 'header', 'cookie']);

const typesOfConverters = new Map<string, unknown>([
  ['int', Number],
  ['slug', String],
  ['uuid', String],
  ['path', String],
]);
