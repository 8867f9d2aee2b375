import { toFileRule } from '../binding/uploads/file-rules';
import { type DeclaredParameter, readsBody, takesFiles } from '../metadata/parameters';
import type { DescribedApplication } from './application';
import type { OpenApiMedia, OpenApiRequestBody } from './document';
import { readParameterDto } from './read-dto-type';
import type { Schema } from './schema';
import { type FieldSchema, type Schemas, toObjectSchema } from './schemas';

/** What the body of an operation is; `undefined` where it takes none. */
export function readRequestBody(
  parameters: readonly DeclaredParameter[],
  application: DescribedApplication,
  schemas: Schemas,
): OpenApiRequestBody | undefined {
  if (!readsBody(parameters)) return undefined;
  const body = parameters.find(({ source }) => source === 'body');
  if (takesFiles(parameters)) return readForm(parameters, { body, application, schemas });
  if (!body) return { required: false, content: { 'application/octet-stream': { schema: binary } } };

  const dto = readParameterDto(body);
  const read = (isText: boolean): Schema => {
    if (!dto) return {};
    const schema = schemas.read(dto.type, readDirection(body, application, isText));
    return dto.isList ? { type: 'array', items: schema } : schema;
  };
  const isForm = application.acceptsForms && dto?.isList !== true;
  return {
    required: dto !== undefined,
    content: {
      'application/json': { schema: read(false) },
      ...(isForm && { 'application/x-www-form-urlencoded': { schema: read(true) } }),
    },
  };
}

const binary: Schema = { type: 'string', format: 'binary' };

interface FormParts {
  readonly body: DeclaredParameter | undefined;
  readonly application: DescribedApplication;
  readonly schemas: Schemas;
}

function readForm(
  parameters: readonly DeclaredParameter[],
  { body, application, schemas }: FormParts,
): OpenApiRequestBody {
  const files = parameters.flatMap(({ name, file, source }) =>
    file && name !== undefined ? { rule: toFileRule(name, file), isList: source === 'files' } : [],
  );
  const dto = body && readParameterDto(body);
  const fields = dto ? schemas.readFields(dto.type, readDirection(body, application, true)) : [];
  const fileFields = files.map(({ rule, isList }): FieldSchema => {
    const description = `At most ${rule.maxSize} bytes${isList ? ' each' : ''}.`;
    const schema: Schema = isList
      ? { type: 'array', items: binary, maxItems: rule.maxCount, ...(!rule.isOptional && { minItems: 1 }), description }
      : { ...binary, description };
    return { key: rule.name, schema, isRequired: !rule.isOptional };
  });
  const all = [...fields, ...fileFields];
  const types = files.flatMap(({ rule }) =>
    rule.types ? [[rule.name, { contentType: rule.types.join(', ') }] as const] : [],
  );
  const media: OpenApiMedia = {
    schema: toObjectSchema(all, application.unknownProperties !== 'reject'),
    ...(types.length > 0 && { encoding: Object.fromEntries(types) }),
  };
  return { required: all.some(({ isRequired }) => isRequired), content: { 'multipart/form-data': media } };
}

function readDirection({ body }: DeclaredParameter, application: DescribedApplication, isText: boolean) {
  return {
    way: 'in',
    in: 'body',
    isText,
    unknownProperties: body?.unknownProperties ?? application.unknownProperties,
    groups: body?.groups ?? [],
  } as const;
}
