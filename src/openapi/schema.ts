/** A type of JSON. */
export type JsonType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'array' | 'null';

/** A JSON Schema (2020-12), as OpenAPI 3.1 has it: the keywords that descriptions use, and any other. */
export interface Schema {
  readonly $ref?: string;
  readonly type?: JsonType | readonly JsonType[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly oneOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
  readonly discriminator?: { readonly propertyName: string; readonly mapping?: Readonly<Record<string, string>> };
  readonly [keyword: string]: unknown;
}

/** The same schema, which null fits, too. */
export function toNullable(schema: Schema): Schema {
  const { type } = schema;
  const types = type === undefined ? [] : [type].flat();
  if (Object.keys(schema).length === 0 || types.includes('null')) return schema;
  // A reference has no place for another type beside it.
  if (schema.$ref !== undefined || types.length === 0) return { anyOf: [schema, { type: 'null' }] };
  return { ...schema, type: [...types, 'null'], ...(schema.enum && { enum: [...schema.enum, null] }) };
}
