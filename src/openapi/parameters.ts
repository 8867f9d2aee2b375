import { readParameterType } from '../binding/compile-parameter';
import type { DeclaredParameter } from '../metadata/parameters';
import { readParameters as readPathParameters } from '../routing/pattern';
import type { RouteDefinition } from '../routing/route-definition';
import type { DescribedApplication } from './application';
import type { OpenApiParameter } from './document';
import { readScalarSchema } from './field-schema';
import { type PathTemplate, readConverterSchema } from './path';
import { readParameterDto } from './read-dto-type';
import type { Schema } from './schema';
import type { FieldSchema, Schemas } from './schemas';

type Place = OpenApiParameter['in'];

/** The parameters of an operation, those of the path first: each is named once. */
export function readParameters(
  { parameters }: RouteDefinition,
  path: PathTemplate,
  { schemas, application }: { readonly schemas: Schemas; readonly application: DescribedApplication },
): OpenApiParameter[] {
  const bound = parameters.flatMap((parameter) => {
    const place = places.get(parameter.source);
    return place
      ? readFields(parameter, { schemas, application, place }).map((field) => toParameter(place, field))
      : [];
  });
  const ofPath = path.parameters.map(({ name, segment }): OpenApiParameter => {
    const declared = bound.find((each) => each.in === 'path' && each.name === segment.name);
    const schema = readConverterSchema(segment) ?? declared?.schema ?? { type: 'string' };
    return { name, in: 'path', required: true, schema };
  });
  const others = bound.filter((each) => each.in !== 'path' && !isOfProtocol(each));
  const byName = new Map([...others].reverse().map((each) => [`${each.in} ${each.name.toLowerCase()}`, each]));
  return [...ofPath, ...others.filter((each) => [...byName.values()].includes(each))];
}

/** Tells whether an argument may be refused, with 422. */
export function mayBeRefused({ parameters, pattern }: RouteDefinition): boolean {
  return parameters.some((parameter) => {
    const { source, name, file } = parameter;
    if (file) return true;
    if (name === undefined) return readParameterDto(parameter) !== undefined;
    const segment = readPathParameters(pattern).find((each) => source === 'param' && each.name === name);
    // What a converter does not take is another route's.
    if (segment && segment.converter.name !== 'str') return false;
    const type = readParameterType(parameter);
    // Of text only the query may have several where one is due.
    return places.has(source) && type !== undefined && (type !== String || source === 'query');
  });
}

interface Reading {
  readonly schemas: Schemas;
  readonly application: DescribedApplication;
  readonly place: Place;
}

function readFields(parameter: DeclaredParameter, { schemas, application, place }: Reading): FieldSchema[] {
  const { name } = parameter;
  if (name !== undefined) return [{ key: name, schema: readTextSchema(parameter), isRequired: false }];

  const dto = readParameterDto(parameter);
  if (!dto) return [];
  const { unknownProperties } = application;
  return schemas.readFields(dto.type, { way: 'in', in: place, isText: true, unknownProperties, groups: [] });
}

function readTextSchema(parameter: DeclaredParameter): Schema {
  const type = readParameterType(parameter);
  return Array.isArray(type) ? { type: 'array', items: readScalarSchema(type[0], true) } : readScalarSchema(type, true);
}

function toParameter(place: Place, { key, schema, isRequired }: FieldSchema): OpenApiParameter {
  const isList = [schema.type].flat().includes('array');
  // One value is a list of one, and each of several stands under the name again.
  const style = isList && (place === 'query' || place === 'cookie') ? ({ style: 'form', explode: true } as const) : {};
  return { name: key, in: place, required: isRequired, schema, ...style };
}

// By its own rules a document leaves these to contents and security.
function isOfProtocol({ in: place, name }: OpenApiParameter): boolean {
  return place === 'header' && ['accept', 'content-type', 'authorization'].includes(name.toLowerCase());
}

const places = new Map<string, Place>([
  ['param', 'path'],
  ['query', 'query'],
  ['header', 'header'],
  ['cookie', 'cookie'],
]);
