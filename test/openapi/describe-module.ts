import { Module } from '../../src/index';
import { createOpenApi, type OpenApiDocument, type OpenApiOptions } from '../../src/openapi/index';
import type { Class } from '../../src/metadata/class';
import type { ModuleOptions } from '../../src/metadata/modules';

/** What a document says where the application says nothing. */
export const about: OpenApiOptions = { title: 'Things', version: '1' };

/** The document of a module that has these views. */
export function describeViews(routes: readonly Class[], options: ModuleOptions, said = about): OpenApiDocument {
  return describeModule({ ...options, routes }, said);
}

/** The document of a module. */
export function describeModule(options: ModuleOptions, said = about): OpenApiDocument {
  @Module(options)
  class ThingsModule {}
  return createOpenApi(ThingsModule, said);
}
