import type { RouteMatch } from '../http/route-match';
import type { Class } from '../metadata/class';
import type { UnknownProperties } from '../metadata/parameters';
import type { OpenApiInfo, OpenApiServer, OpenApiTag, SecurityRequirement, SecurityScheme } from './document';
import type { Schema } from './schema';

/** What a document says that the application does not. */
export interface OpenApiOptions extends OpenApiInfo {
  /** Where the API is, each a URL or a URL with a description; the host of the document unless told. */
  readonly servers?: readonly (string | OpenApiServer)[];
  readonly security?: OpenApiSecurity;
  /** What tags are about. Operations have the tag of their module, or of their view in the root module. */
  readonly tags?: readonly OpenApiTag[];
  /**
   * The body of every error where an `ErrorResponses` of your own makes it, sent as `application/json`: a DTO or a schema.
   * Problem details unless told.
   */
  readonly errorSchema?: Class | Schema;
  /** What becomes of unknown keys where no kernel tells it: `validation.unknownProperties` of `Kernel.create`. */
  readonly unknownProperties?: UnknownProperties;
}

/** How clients prove who they are, and for which operations they must. */
export interface OpenApiSecurity {
  readonly schemes: Readonly<Record<string, SecurityScheme>>;
  /**
   * What an operation needs, from its metadata: one of the requirements in the list, or nothing where it is empty. Any of
   * the schemes unless told.
   */
  readonly of?: (match: RouteMatch) => readonly SecurityRequirement[];
}

/** What `openApi` can be told. */
export interface ServedOpenApiOptions extends OpenApiOptions {
  /** Where the document is; `/openapi.json` unless told. */
  readonly path?: string;
  /** Where the pages of `@fastify/swagger-ui` are; `/docs` unless told, and `false` for none. */
  readonly ui?: string | false;
  /** Options of Swagger UI itself, such as `{ docExpansion: 'none' }`. */
  readonly uiConfig?: Readonly<Record<string, unknown>>;
}
