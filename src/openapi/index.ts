import 'reflect-metadata';

// The document: as data, served, and in a file.
export { createOpenApi } from './create-openapi';
export { openApi } from './serve-openapi';
export { writeOpenApi } from './write-openapi';
export type { OpenApiOptions, OpenApiSecurity, ServedOpenApiOptions } from './options';
export { Doc, type DocOptions } from './doc';

// What it consists of.
export type {
  OAuthFlow,
  OpenApiComponents,
  OpenApiDocument,
  OpenApiInfo,
  OpenApiMedia,
  OpenApiMethod,
  OpenApiOperation,
  OpenApiParameter,
  OpenApiPath,
  OpenApiRequestBody,
  OpenApiResponse,
  OpenApiServer,
  OpenApiTag,
  SecurityRequirement,
  SecurityScheme,
} from './document';
export type { JsonType, Schema } from './schema';
