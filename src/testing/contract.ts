import type Ajv2020 from 'ajv/dist/2020';
import type { ErrorObject, ValidateFunction } from 'ajv/dist/2020';

import type { RouteMatch } from '../http/route-match';
import type { Kernel } from '../kernel';
import type { HttpMethod } from '../metadata/http-method';
import { describeToken } from '../metadata/token';
import { readServed } from '../openapi/create-openapi';
import { type ApiDescription, describeApi, type OperationPlace, toRouteKey } from '../openapi/describe-api';
import type { OpenApiOperation } from '../openapi/document';
import { readServedDescription } from '../openapi/served-descriptions';
import { createAjv } from './load-ajv';
import type { WireResponse } from './test-response';

/** An answer that a contract judges. */
export interface JudgedAnswer {
  readonly method: HttpMethod;
  readonly url: string;
  readonly match: RouteMatch | undefined;
  readonly response: WireResponse;
}

const documentId = 'document';

/** Checks answers against the document of an application. */
export class Contract {
  readonly #ajv: Ajv2020;
  readonly #checks = new Map<string, ValidateFunction>();

  constructor(private readonly description: ApiDescription) {
    this.#ajv = createAjv();
    this.#ajv.addSchema(description.document, documentId);
  }

  /** The contract of an application: the document that it serves, or else the one that it would serve. */
  static of(server: Kernel['server']): Contract {
    const options = { title: 'Contract', version: '0' };
    return new Contract(readServedDescription(server) ?? describeApi(readServed(server, options), options));
  }

  /**
   * Returns where the document has the answer. What no view was asked for has no place in it: 404 where there is no route,
   * 405, automatic OPTIONS, routes of plugins.
   */
  assertDescribed(answer: JudgedAnswer): void {
    const place = this.#readPlace(answer);
    if (!place) return;
    const operation = this.description.document.paths[place.path]?.[place.method] as OpenApiOperation;
    const faults = this.#findFaults(answer, { operation, place });
    if (faults.length === 0) return;

    const { method, url, match, response } = answer;
    const view = `${match ? describeToken(match.view) : ''}.${String(match?.action)}`;
    const body = response.bytes.length > 0 ? `\n\nBody: ${response.bytes.toString().slice(0, 1000)}` : '';
    throw new Error(
      `${method} ${url} (${view}) was answered with ${response.status} as its description does not have it:\n${faults
        .map((fault) => `- ${fault}`)
        .join('\n')}${body}`,
    );
  }

  #readPlace({ method, match }: JudgedAnswer): OperationPlace | undefined {
    if (match?.action === undefined) return undefined;
    const { pattern, action } = match;
    const { places } = this.description;
    const own = places.get(toRouteKey(method, pattern, action));
    return own ?? (method === 'HEAD' ? places.get(toRouteKey('GET', pattern, action)) : undefined);
  }

  #findFaults(
    { method, response }: JudgedAnswer,
    { operation, place }: { readonly operation: OpenApiOperation; readonly place: OperationPlace },
  ): string[] {
    const described = operation.responses[response.status];
    if (!described) {
      return [
        `The status is not among ${Object.keys(operation.responses).join(', ')}. ` +
          'Name its error in @Raises, or the status in @Doc({ responses: { … } }).',
      ];
    }
    const type = readJsonType(response);
    if (method === 'HEAD' || type === undefined) return [];
    const { content = {} } = described;
    if (!content[type]) return [describeStrangeType(type, Object.keys(content))];

    const path = ['paths', place.path, place.method, 'responses', response.status, 'content', type, 'schema'];
    const check = this.#readCheck(`${documentId}#/${path.map(toPointerPart).join('/')}`);
    if (check(JSON.parse(response.bytes.toString()))) return [];
    return (check.errors ?? []).filter(isTelling).map(describeError);
  }

  #readCheck(reference: string): ValidateFunction {
    const known = this.#checks.get(reference) ?? this.#ajv.compile({ $ref: reference });
    this.#checks.set(reference, known);
    return known;
  }
}

// Only JSON has fields.
function readJsonType({ headers }: WireResponse): string | undefined {
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim() ?? '';
  return type === 'application/json' || type.endsWith('+json') ? type : undefined;
}

function describeStrangeType(type: string, known: readonly string[]): string {
  return known.length > 0
    ? `The body is ${type}, but described is ${known.join(' or ')}.`
    : `The body is ${type}, of which nothing is described. Say with @Returns what it is.`;
}

// What only says that something inside it has failed.
function isTelling({ keyword }: ErrorObject): boolean {
  return keyword !== 'oneOf' && keyword !== 'anyOf' && keyword !== 'if';
}

function describeError({ instancePath, keyword, params, message = 'is wrong' }: ErrorObject): string {
  const place = instancePath === '' ? 'The body' : instancePath;
  const { additionalProperty, missingProperty } = params as Readonly<Record<string, string | undefined>>;
  if (additionalProperty !== undefined) return `${instancePath}/${additionalProperty} is not described.`;
  if (missingProperty !== undefined) {
    return `${instancePath}/${missingProperty} is missing. If it may be, mark its field with @Optional().`;
  }
  const hint = keyword === 'type' ? '' : ` (${JSON.stringify(params)})`;
  return `${place} ${message}${keyword === 'const' || keyword === 'enum' ? hint : ''}.`;
}

function toPointerPart(part: string | number): string {
  return encodeURIComponent(String(part).replaceAll('~', '~0').replaceAll('/', '~1'));
}
