import { assertNoProblems } from '../errors/configuration-error';
import { unknownSecurityScheme } from '../errors/openapi-problems';
import type { RouteMatch } from '../http/route-match';
import type { AbstractClass } from '../metadata/class';
import { describeToken } from '../metadata/token';
import { ResolvedMatch } from '../routing/match';
import type { RouteDefinition } from '../routing/route-definition';
import type { DescribedApplication } from './application';
import { Doc, type DocOptions } from './doc';
import type { OpenApiOperation, SecurityRequirement } from './document';
import type { ErrorBodies } from './error-bodies';
import type { OpenApiOptions } from './options';
import { readParameters } from './parameters';
import type { PathTemplate } from './path';
import { readRequestBody } from './request-body';
import { readResponses } from './responses';
import type { Schemas } from './schemas';

/** What all operations of a document are made of. */
export interface OperationParts {
  readonly application: DescribedApplication;
  readonly options: OpenApiOptions;
  readonly schemas: Schemas;
  readonly errors: ErrorBodies;
  /** Gives an id that no other operation has. */
  readonly takeId: (wanted: string) => string;
}

/** Describes a route; `undefined` where `@Doc` hides it. */
export function readOperation(
  route: RouteDefinition,
  path: PathTemplate,
  parts: OperationParts,
): OpenApiOperation | undefined {
  const { application, options, schemas, errors, takeId } = parts;
  const match = toMatch(route);
  const doc = readDoc(match);
  if (doc.hidden) return undefined;

  const security = readSecurity(match, route.place, options);
  const isSecured = security?.some((each) => Object.keys(each).length > 0) ?? false;
  const parameters = readParameters(route, path, { schemas, application });
  const requestBody = readRequestBody(route.parameters, application, schemas);
  return {
    operationId: takeId(doc.operationId ?? toOperationId(route)),
    tags: doc.tags ?? [readTag(route, application)],
    ...readWords(doc),
    ...(parameters.length > 0 && { parameters }),
    ...(requestBody && { requestBody }),
    responses: readResponses({ route, schemas, errors, doc, isSecured }),
    ...(security && { security }),
  };
}

// What the method says, before what the view says.
function readDoc(match: RouteMatch): DocOptions {
  return [...match.all(Doc)].reverse().reduce((said, each) => ({ ...said, ...each }), {});
}

function readWords({ summary, description, deprecated }: DocOptions) {
  return {
    ...(summary !== undefined && { summary }),
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
  };
}

function toMatch({ view, action, pattern, name }: RouteDefinition): RouteMatch {
  return new ResolvedMatch({ view, action, pattern: pattern.text, name }, {});
}

function readSecurity(
  match: RouteMatch,
  place: string,
  { security }: OpenApiOptions,
): readonly SecurityRequirement[] | undefined {
  if (!security) return undefined;
  const known = Object.keys(security.schemes);
  const required = security.of?.(match) ?? known.map((name) => ({ [name]: [] }));
  const unknown = required.flatMap((each) => Object.keys(each)).filter((name) => !known.includes(name));
  assertNoProblems(unknown.map((name) => unknownSecurityScheme(place, name, known)));
  return required;
}

/** `noteShow` for `NoteView.show`. */
function toOperationId({ view, action }: RouteDefinition): string {
  const name = trimEnd(describeToken(view), 'View');
  return name.charAt(0).toLowerCase() + name.slice(1) + action.charAt(0).toUpperCase() + action.slice(1);
}

function readTag({ view, mounted }: RouteDefinition, { blueprint }: DescribedApplication): string {
  const isOfRoot = (module: AbstractClass) => module === blueprint.application.root;
  return isOfRoot(mounted.module)
    ? trimEnd(describeToken(view), 'View')
    : trimEnd(describeToken(mounted.module), 'Module');
}

function trimEnd(name: string, end: string): string {
  return name.endsWith(end) && name !== end ? name.slice(0, -end.length) : name;
}
