import 'reflect-metadata';

import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { bootstrap, Controller, GET, Hook, POST } from 'fastify-decorators';

import { Catalog, layers, port, tellReady, users } from '../../shared/answers.js';
import { CreateUserDto } from '../../shared/user-dto.js';
import { userAnswerSchema } from '../../shared/user-schema.js';

@Controller('/')
class MainController {
  @GET('hello')
  hello() {
    return Promise.resolve({ hello: 'world' });
  }

  @GET('things/:id', { schema: { params: idSchema(), querystring: querySchema() } })
  thing({ params, query }: FastifyRequest<{ Params: { id: number }; Querystring: { page: number; active: boolean } }>) {
    return Promise.resolve({ id: params.id, page: query.page, active: query.active });
  }

  // There is no validation by classes in fastify-decorators: this is how its users add it.
  @POST('users')
  async create(request: FastifyRequest, reply: FastifyReply) {
    const body = plainToInstance(CreateUserDto, request.body);
    const errors = await validate(body, { whitelist: true, forbidNonWhitelisted: true });
    if (errors.length > 0) {
      void reply.code(400);
      return { errors: errors.map(({ property, constraints }) => ({ property, constraints })) };
    }
    void reply.code(201);
    return { name: body.name, email: body.email, city: body.address.city };
  }

  @GET('list', { schema: { response: { 200: { type: 'array', items: userAnswerSchema } } } })
  list() {
    return Promise.resolve(users);
  }

  @GET('throws')
  throws(): Promise<string> {
    throw new Error('The view throws.');
  }
}

@Controller('/cycle')
class CycleController {
  private readonly catalog = new Catalog();

  @Hook('onRequest') async first(): Promise<void> {}
  @Hook('onRequest') async second(): Promise<void> {}
  @Hook('onRequest') async third(): Promise<void> {}
  @Hook('onRequest') async fourth(): Promise<void> {}

  @Hook('onSend') async afterFirst(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
    void reply.header(layers[0], 'seen');
  }
  @Hook('onSend') async afterSecond(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
    void reply.header(layers[1], 'seen');
  }
  @Hook('onSend') async afterThird(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
    void reply.header(layers[2], 'seen');
  }
  @Hook('onSend') async afterFourth(_request: FastifyRequest, reply: FastifyReply): Promise<void> {
    void reply.header(layers[3], 'seen');
  }

  @GET('/:id')
  async show({ params, url }: FastifyRequest<{ Params: { id: string } }>) {
    const id = Number(params.id);
    return { id, title: this.catalog.title(id), path: url };
  }
}

function idSchema() {
  return { type: 'object', properties: { id: { type: 'integer' } } };
}

function querySchema() {
  return { type: 'object', properties: { page: { type: 'integer' }, active: { type: 'boolean' } } };
}

async function start(): Promise<void> {
  const server = fastify();
  await server.register(bootstrap, { controllers: [MainController, CycleController] });
  await server.listen({ port });
  tellReady();
}

void start();
