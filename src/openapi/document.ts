import type { Schema } from './schema';

/** An OpenAPI 3.1 document, as plain data. */
export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: OpenApiInfo;
  readonly servers?: readonly OpenApiServer[];
  readonly tags: readonly OpenApiTag[];
  readonly paths: Readonly<Record<string, OpenApiPath>>;
  readonly components: OpenApiComponents;
}

/** What the document says of the API as a whole. */
export interface OpenApiInfo {
  readonly title: string;
  readonly version: string;
  readonly summary?: string;
  readonly description?: string;
  readonly termsOfService?: string;
  readonly contact?: { readonly name?: string; readonly url?: string; readonly email?: string };
  readonly license?: { readonly name: string; readonly identifier?: string; readonly url?: string };
}

/** Where the API is. */
export interface OpenApiServer {
  readonly url: string;
  readonly description?: string;
}

/** A group of operations. */
export interface OpenApiTag {
  readonly name: string;
  readonly description?: string;
}

/** The methods of a document's paths. */
export type OpenApiMethod = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options';

/** The operations of one path, by their methods. */
export type OpenApiPath = Readonly<Partial<Record<OpenApiMethod, OpenApiOperation>>>;

/** One method of one path. */
export interface OpenApiOperation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly deprecated?: boolean;
  readonly parameters?: readonly OpenApiParameter[];
  readonly requestBody?: OpenApiRequestBody;
  readonly responses: Readonly<Record<string, OpenApiResponse>>;
  readonly security?: readonly SecurityRequirement[];
}

/** A value of the path, the query, a header or a cookie. */
export interface OpenApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header' | 'cookie';
  readonly required: boolean;
  readonly schema: Schema;
  readonly description?: string;
  readonly style?: 'form';
  readonly explode?: boolean;
}

/** The body of a request, by content types. */
export interface OpenApiRequestBody {
  readonly required: boolean;
  readonly content: Readonly<Record<string, OpenApiMedia>>;
}

/** One answer of an operation. */
export interface OpenApiResponse {
  readonly description: string;
  readonly headers?: Readonly<Record<string, { readonly schema: Schema; readonly example?: unknown }>>;
  readonly content?: Readonly<Record<string, OpenApiMedia>>;
}

/** A body of one content type. */
export interface OpenApiMedia {
  readonly schema: Schema;
  readonly encoding?: Readonly<Record<string, { readonly contentType: string }>>;
}

/** What operations share. */
export interface OpenApiComponents {
  readonly schemas: Readonly<Record<string, Schema>>;
  readonly securitySchemes?: Readonly<Record<string, SecurityScheme>>;
}

/** How a client proves who it is. */
export type SecurityScheme =
  | { readonly type: 'http'; readonly scheme: string; readonly bearerFormat?: string; readonly description?: string }
  | {
      readonly type: 'apiKey';
      readonly in: 'header' | 'query' | 'cookie';
      readonly name: string;
      readonly description?: string;
    }
  | { readonly type: 'openIdConnect'; readonly openIdConnectUrl: string; readonly description?: string }
  | {
      readonly type: 'oauth2';
      readonly flows: Readonly<Record<string, OAuthFlow>>;
      readonly description?: string;
    }
  | { readonly type: 'mutualTLS'; readonly description?: string };

/** One way of OAuth 2 to a token. */
export interface OAuthFlow {
  readonly authorizationUrl?: string;
  readonly tokenUrl?: string;
  readonly refreshUrl?: string;
  readonly scopes: Readonly<Record<string, string>>;
}

/** The schemes that are needed together, each with its scopes; without any, none is needed. */
export type SecurityRequirement = Readonly<Record<string, readonly string[] | undefined>>;
