import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createOpenApi, type OpenApiDocument, type OpenApiOperation, type OpenApiParameter } from 'quintet/openapi';
import { parse } from 'yaml';
import { ConduitModule } from './app.module';
import { conduitOpenApi } from './openapi';

// Where ours has more than the description that is given, and why.
const moreStatuses: Readonly<Record<string, { readonly because: string; readonly of: readonly string[] }>> = {
  '400': { because: 'a body that is no JSON', of: ['body'] },
  '413': { because: 'a body that is too large', of: ['body'] },
  '415': { because: 'a body of another type than JSON', of: ['body'] },
  '404': {
    because: 'endpoints.md: an unknown article, comment or profile',
    of: ['/articles/{slug}', '/profiles/{username}'],
  },
  '403': {
    because: 'endpoints.md: what belongs to another user',
    of: ['put /articles/{slug}', 'delete /articles/{slug}', 'delete /articles/{slug}/comments/{id}'],
  },
  '401': { because: 'a token that is not good is refused where one is optional, too', of: ['get /articles/{slug}'] },
  '429': { because: 'who tries passwords is slowed down', of: ['post /users', 'post /users/login'] },
};

describe("Conduit's document, against the one that is given", () => {
  const given = parse(readFileSync(join(__dirname, 'openapi.given.yml'), 'utf8')) as GivenDocument;
  const ours = createOpenApi(ConduitModule, conduitOpenApi);
  // The given one has /api in the URL of its server.
  const expected = readOperations(given, given.components.parameters, '');
  const found = readOperations(ours, {}, '/api');

  it('has the same operations', () => {
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
  });

  it('has the same parameters', () => {
    for (const [name, { parameters }] of expected)
      expect([name, found.get(name)?.parameters]).toEqual([name, parameters]);
  });

  it('takes bodies where the given one does', () => {
    for (const [name, { hasBody }] of expected) expect([name, found.get(name)?.hasBody]).toEqual([name, hasBody]);
  });

  it('has the same statuses, and those that the given one leaves open', () => {
    for (const [name, operation] of expected) {
      const own = found.get(name) as Operation;
      const more = Object.entries(moreStatuses).filter(([, { of }]) => of.some((each) => isOf(own, each)));
      const statuses = new Set([...operation.statuses, ...more.map(([status]) => status)]);

      expect([name, own.statuses]).toEqual([name, [...statuses].sort()]);
    }
  });

  it('needs a token where the given one does', () => {
    for (const [name, { isClosed }] of expected) expect([name, found.get(name)?.isClosed]).toEqual([name, isClosed]);
  });

  function isOf({ name, path, hasBody }: Operation, wanted: string): boolean {
    if (wanted === 'body') return hasBody;
    return wanted === name || (wanted.startsWith('/') && path.startsWith(wanted));
  }
});

type GivenDocument = Omit<OpenApiDocument, 'components'> & {
  readonly components: { readonly parameters: Readonly<Record<string, OpenApiParameter>> };
};

interface Operation {
  /** `get /articles`. */
  readonly name: string;
  readonly path: string;
  /** `query limit: integer`, `path id: integer, required`. */
  readonly parameters: readonly string[];
  readonly hasBody: boolean;
  readonly statuses: readonly string[];
  readonly isClosed: boolean;
}

function readOperations(
  { paths }: Pick<OpenApiDocument, 'paths'>,
  shared: GivenDocument['components']['parameters'],
  prefix: string,
): ReadonlyMap<string, Operation> {
  const operations = Object.entries(paths).flatMap(([whole, methods]) => {
    const path = whole.slice(prefix.length);
    return Object.entries(methods).map(([method, operation]) => toOperation({ method, path, operation, shared }));
  });
  return new Map(operations.map((each) => [each.name, each]));
}

interface FoundOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: OpenApiOperation;
  readonly shared: GivenDocument['components']['parameters'];
}

function toOperation({ method, path, operation, shared }: FoundOperation): Operation {
  const { parameters = [], requestBody, responses, security = [] } = operation;
  return {
    name: `${method} ${path}`,
    path,
    parameters: parameters.map((each) => describeParameter(readReference(each, shared))).sort(),
    hasBody: requestBody !== undefined,
    statuses: Object.keys(responses).sort(),
    isClosed: security.length > 0 && security.every((each) => 'Token' in each),
  };
}

function readReference(parameter: OpenApiParameter, shared: FoundOperation['shared']): OpenApiParameter {
  const { $ref } = parameter as { readonly $ref?: string };
  return ($ref === undefined ? undefined : shared[$ref.split('/').at(-1) ?? '']) ?? parameter;
}

function describeParameter({ in: place, name, required, schema }: OpenApiParameter): string {
  return `${place} ${name}: ${String(schema.type)}${required ? ', required' : ''}`;
}
