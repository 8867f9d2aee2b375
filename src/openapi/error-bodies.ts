import { isClass } from '../metadata/class';
import type { OpenApiMedia, OpenApiResponse } from './document';
import type { OpenApiOptions } from './options';
import type { Schema } from './schema';
import type { Schemas } from './schemas';

/** The bodies of errors: problem details (RFC 9457), or what the application has in their place. */
export class ErrorBodies {
  constructor(
    private readonly schemas: Schemas,
    private readonly own: OpenApiOptions['errorSchema'],
  ) {}

  /** The body of an error of a status; `isOfValidation` where it is always the one that tells the issues. */
  read(status: number, isOfValidation: boolean): NonNullable<OpenApiResponse['content']> {
    if (this.own !== undefined) return { 'application/json': this.#readOwn(this.own) };
    const schema = isOfValidation
      ? this.#refer('ValidationProblem', validationProblem)
      : this.#refer('Problem', problem);
    return { 'application/problem+json': { schema } };
  }

  #readOwn(own: NonNullable<OpenApiOptions['errorSchema']>): OpenApiMedia {
    if (isClass(own)) return { schema: this.schemas.read(own, { way: 'out', groups: [] }) };
    return { schema: this.#refer('Error', own) };
  }

  #refer(name: string, schema: Schema): Schema {
    return this.schemas.components.refer({ name, variant: '' }, 'out', () => schema);
  }
}

const members: Readonly<Record<string, Schema>> = {
  type: { type: 'string', format: 'uri-reference', description: 'Names the kind of problem.' },
  title: { type: 'string', description: 'What kind of problem it is.' },
  status: { type: 'integer', description: 'The status of the answer.' },
  detail: { type: 'string', description: 'What went wrong this time.' },
  requestId: { type: 'string', description: "Finds the request's log records." },
};

const required = ['type', 'title', 'status', 'requestId'];

const problem: Schema = { type: 'object', description: 'Problem details (RFC 9457).', properties: members, required };

const issue: Schema = {
  type: 'object',
  properties: {
    in: { type: 'string', enum: ['path', 'query', 'header', 'cookie', 'body', 'file'] },
    pointer: { type: 'string', description: 'Where in that part, as a JSON pointer.' },
    rule: { type: 'string', description: 'The rule that is broken.' },
    message: { type: 'string', description: 'What is wrong, for people.' },
  },
  required: ['in', 'pointer', 'rule', 'message'],
};

const validationProblem: Schema = {
  ...problem,
  description: 'Problem details (RFC 9457) with all rules that the request breaks.',
  properties: { ...members, errors: { type: 'array', items: issue } },
  required: [...required, 'errors'],
};
