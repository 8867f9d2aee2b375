import fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type RouteShorthandOptions,
} from 'fastify';

import { Catalog, large, layers, users } from './answers';
import type { CreateUserDto } from './user-dto';
import { createdSchema, createUserSchema, userAnswerSchema } from './user-schema';

/** All workloads in plain Fastify. `hasSchemas` adds one for each parameter and each answer. */
export function createServer({ hasSchemas }: { readonly hasSchemas: boolean }): FastifyInstance {
  const server = fastify({
    ajv: { customOptions: { allErrors: true, removeAdditional: false, coerceTypes: hasSchemas } },
  });
  const withSchema = (schema: object): RouteShorthandOptions => (hasSchemas ? { schema } : {});

  server.get('/hello', withSchema(hello), () => ({ hello: 'world' }));
  server.get('/things/:id', withSchema(thing), hasSchemas ? readTyped : readByHand);
  server.post(
    '/users',
    { schema: { body: createUserSchema, ...(hasSchemas && { response: { 201: createdSchema } }) } },
    createUser,
  );
  server.get('/list', { schema: { response: { 200: { type: 'array', items: userAnswerSchema } } } }, () => users);
  server.get('/throws', () => {
    throw new Error('The view throws.');
  });
  registerCycle(server, withSchema(cycle));
  for (let index = 0; index < large.routes; index++) server.get(`/large/${index}/:id`, () => ({ index }));
  return server;
}

function readTyped({ params, query }: FastifyRequest) {
  const { id } = params as { id: number };
  const { page, active } = query as { page: number; active: boolean };
  return { id, page, active };
}

function readByHand({ params, query }: FastifyRequest, reply: FastifyReply) {
  const id = Number((params as { id: string }).id);
  const { page, active } = query as { page: string; active: string };
  if (!Number.isInteger(id) || !/^\d+$/.test(page) || (active !== 'true' && active !== 'false'))
    return reply.code(422).send();
  return { id, page: Number(page), active: active === 'true' };
}

function createUser({ body }: FastifyRequest, reply: FastifyReply) {
  const { name, email, address } = body as CreateUserDto;
  reply.code(201);
  return { name, email, city: address.city };
}

function registerCycle(server: FastifyInstance, options: RouteShorthandOptions): void {
  const catalog = new Catalog();
  const onRequest = layers.map(() => (_request: FastifyRequest, _reply: FastifyReply, done: () => void) => {
    done();
  });
  const onSend = layers.map(
    (name) =>
      (
        _request: FastifyRequest,
        reply: FastifyReply,
        payload: unknown,
        done: (error: null, payload: unknown) => void,
      ) => {
        reply.header(name, 'seen');
        done(null, payload);
      },
  );
  server.get('/cycle/:id', { ...options, onRequest, onSend }, (request) => {
    const { id } = request.params as { id: string };
    return { id: Number(id), title: catalog.title(Number(id)), path: request.url };
  });
}

const hello = { response: { 200: { type: 'object', properties: { hello: { type: 'string' } } } } };
const thing = {
  params: { type: 'object', properties: { id: { type: 'integer' } } },
  querystring: { type: 'object', properties: { page: { type: 'integer' }, active: { type: 'boolean' } } },
  response: {
    200: {
      type: 'object',
      properties: { id: { type: 'number' }, page: { type: 'number' }, active: { type: 'boolean' } },
    },
  },
};
const cycle = {
  response: {
    200: {
      type: 'object',
      properties: { id: { type: 'number' }, title: { type: 'string' }, path: { type: 'string' } },
    },
  },
};
