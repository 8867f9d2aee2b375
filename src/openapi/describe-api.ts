import type { HttpMethod } from '../metadata/http-method';
import type { RouteDefinition } from '../routing/route-definition';
import type { DescribedApplication } from './application';
import type { OpenApiDocument, OpenApiMethod, OpenApiOperation, OpenApiPath } from './document';
import { ErrorBodies } from './error-bodies';
import { type OperationParts, readOperation } from './operations';
import type { OpenApiOptions } from './options';
import { type PathTemplate, toPathTemplate } from './path';
import { isRedirect } from './responses';
import { Schemas } from './schemas';

/** A document, and where in it each route of the application is. */
export interface ApiDescription {
  readonly document: OpenApiDocument;
  /** By `toRouteKey`. */
  readonly places: ReadonlyMap<string, OperationPlace>;
}

/** Where an operation is in a document. */
export interface OperationPlace {
  readonly path: string;
  readonly method: OpenApiMethod;
}

/** What tells one route from the others. */
export function toRouteKey(method: HttpMethod, pattern: string, action: string): string {
  return `${method} ${pattern} ${action}`;
}

/** Describes an application: from its routes, DTOs, answers, errors, converters and metadata. */
export function describeApi(application: DescribedApplication, options: OpenApiOptions): ApiDescription {
  const schemas = new Schemas();
  const { title, version, summary, description, termsOfService, contact, license } = options;
  const parts = {
    application,
    options,
    schemas,
    errors: new ErrorBodies(schemas, options.errorSchema),
    takeId: createIds(),
  };
  const { paths, places } = readPaths(application.blueprint.routes, parts);
  const { schemas: named, value } = schemas.components.resolve(paths);
  const used = new Set(Object.values(value).flatMap((path) => Object.values(path).flatMap(({ tags }) => tags)));
  const { servers = [], security, tags = [] } = options;
  const document: OpenApiDocument = {
    openapi: '3.1.0',
    info: JSON.parse(
      JSON.stringify({ title, version, summary, description, termsOfService, contact, license }),
    ) as OpenApiDocument['info'],
    ...(servers.length > 0 && {
      servers: servers.map((server) => (typeof server === 'string' ? { url: server } : server)),
    }),
    tags: [...used].map((name) => tags.find((tag) => tag.name === name) ?? { name }),
    paths: value,
    components: { schemas: named, ...(security && { securitySchemes: security.schemes }) },
  };
  return { document, places };
}

function readPaths(routes: readonly RouteDefinition[], parts: OperationParts) {
  const paths: Record<string, Partial<Record<OpenApiMethod, OpenApiOperation>>> = {};
  const places = new Map<string, OperationPlace>();
  const templates = new Map<string, PathTemplate>();
  for (const route of routes) {
    if (isRedirect(route.view, route.action) && route.method !== 'GET') continue;
    const own = toPathTemplate(route.pattern);
    const method = route.method.toLowerCase() as OpenApiMethod;
    const first = templates.get(own.shape) ?? own;
    templates.set(own.shape, first);
    const has = ({ text }: PathTemplate) => paths[text]?.[method] !== undefined;
    // Paths that differ in the names of their parameters alone are one path, unless both have the method.
    const path = has(first) ? own : renameParameters(own, first);
    const operation = has(path) ? undefined : readOperation(route, path, parts);
    if (!operation) continue;
    (paths[path.text] ??= {})[method] = operation;
    places.set(toRouteKey(route.method, route.pattern.text, route.action), { path: path.text, method });
  }
  return { paths: paths as Readonly<Record<string, OpenApiPath>>, places };
}

function renameParameters({ parameters, shape }: PathTemplate, to: PathTemplate): PathTemplate {
  const renamed = parameters.map(({ segment }, index) => ({
    segment,
    name: to.parameters[index]?.name ?? segment.name,
  }));
  return { text: to.text, shape, parameters: renamed };
}

// In order of declaration, so that ids stay what they are when routes are added at the end.
function createIds(): OperationParts['takeId'] {
  const taken = new Set<string>();
  return (wanted) => {
    let id = wanted;
    for (let count = 2; taken.has(id); count++) id = `${wanted}${count}`;
    taken.add(id);
    return id;
  };
}
