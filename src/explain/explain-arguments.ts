import { readParameterType } from '../binding/compile-parameter';
import { compileTextConverter, TextMismatch } from '../binding/convert-text';
import { readInputParameter } from '../binding/input-parameter';
import { decoratorNames, type DeclaredParameter } from '../metadata/parameters';
import { describeToken } from '../metadata/token';
import type { PathParams } from '../routing/compile-params';
import type { ExplainedArgument } from './explanation';

/** What a URL says. */
export interface UrlValues {
  readonly params: PathParams;
  readonly query: URLSearchParams;
}

/** What the arguments of a view's method are, as far as the URL tells it. */
export function explainArguments(parameters: readonly DeclaredParameter[], values: UrlValues): ExplainedArgument[] {
  return parameters.map((parameter) => explainArgument(parameter, values));
}

function explainArgument(parameter: DeclaredParameter, values: UrlValues): ExplainedArgument {
  const given = readGiven(parameter, values);
  return { source: describeSource(parameter), ...readText(given), ...convert(parameter, given) };
}

// Values that a converter of the pattern has made are no text any more.
function readGiven({ source, name }: DeclaredParameter, { params, query }: UrlValues): unknown {
  if (name === undefined) return undefined;
  if (source === 'param') return params[name];
  if (source !== 'query' || !query.has(name)) return undefined;
  const all = query.getAll(name);
  return all.length > 1 ? all : all[0];
}

function readText(given: unknown): Pick<ExplainedArgument, 'text'> {
  return { text: isText(given) ? given : undefined };
}

function convert(parameter: DeclaredParameter, given: unknown): Pick<ExplainedArgument, 'value' | 'fault'> {
  if (!isText(given)) return { value: given, fault: undefined };
  const value = compileTextConverter(readParameterType(parameter))?.(given) ?? given;
  return value instanceof TextMismatch
    ? { value: undefined, fault: `it must be ${value.expected}` }
    : { value, fault: undefined };
}

function isText(value: unknown): value is string | readonly string[] {
  return typeof value === 'string' || Array.isArray(value);
}

function describeSource(parameter: DeclaredParameter): string {
  const { source, name } = parameter;
  const type = readInputParameter(parameter)?.type;
  const [first] = [type].flat();
  const described = Array.isArray(type) ? `[${describeToken(first)}]` : first === undefined ? '' : describeToken(first);
  return `@${decoratorNames[source]}(${name === undefined ? described : `'${name}'`})`;
}
