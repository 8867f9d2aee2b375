import type { FastifyInstance } from 'fastify';

import {
  Get,
  HttpRequest,
  Inject,
  Injectable,
  Module,
  type OnStart,
  plugin,
  Query,
  Req,
  Route,
  SERVER,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

// The first test looks at it: what another has loaded stays.
const mockLoaded: string[] = [];

jest.mock('@fastify/ajv-compiler', () => {
  mockLoaded.push('validators');
  return jest.requireActual<object>('@fastify/ajv-compiler');
});
jest.mock('@fastify/fast-json-stringify-compiler', () => {
  mockLoaded.push('serializers');
  return jest.requireActual<object>('@fastify/fast-json-stringify-compiler');
});

afterEach(closeKernels);

@Route('/notes')
class NotesView {
  @Get() list(@Req() request: HttpRequest, @Query('page') page: string) {
    return { isValid: request.validateInput({ page }, pageSchema) };
  }
}

const pageSchema = { type: 'object', properties: { page: { type: 'string', maxLength: 2 } } };

@Module({ routes: [NotesView] })
class NotesModule {}

const tenantHeaders = { type: 'object', required: ['X-Tenant'], properties: { 'X-Tenant': { type: 'integer' } } };

describe("Fastify's compilers of JSON Schema", () => {
  it('are not loaded at start where no route has a schema', async () => {
    await startKernel(NotesModule);

    expect(mockLoaded).toEqual([]);
  });

  it('are there when a view asks for one', async () => {
    const kernel = await startKernel(NotesModule);

    expect((await ask(kernel, '/notes?page=12')).body).toEqual({ isValid: true });
    expect((await ask(kernel, '/notes?page=123')).body).toEqual({ isValid: false });
  });

  it("are there for a view's own schema of headers, whose names are compared as they are", async () => {
    @Route('/tenants')
    class TenantsView {
      @Get() list(@Req() request: HttpRequest) {
        const validate = request.compileValidationSchema(tenantHeaders, 'headers');
        return [validate({ 'X-Tenant': 7 }), validate({ 'x-tenant': 7 })];
      }
    }
    @Module({ routes: [TenantsView] })
    class TenantsModule {}

    expect((await ask(await startKernel(TenantsModule), '/tenants')).body).toEqual([true, false]);
  });

  it('are there for the answer of a route that a provider adds', async () => {
    @Injectable()
    class Routes implements OnStart {
      constructor(@Inject(SERVER) private readonly server: FastifyInstance) {}
      onStart() {
        const properties = { name: { type: 'string' } };
        this.server.get('/me', { schema: { response: { 200: { type: 'object', properties } } } }, () => ({
          name: 'Ada',
          secret: 'not in the schema',
        }));
      }
    }
    @Module({ providers: [Routes] })
    class RoutesModule {}

    expect((await ask(await startKernel(RoutesModule), '/me')).body).toEqual({ name: 'Ada' });
  });

  it("know that the headers in a schema of a plugin's route have no case", async () => {
    // eslint-disable-next-line @typescript-eslint/require-await -- Fastify tells plugins by it
    const addRoute = async (server: FastifyInstance): Promise<void> => {
      server.get('/tenant', { schema: { headers: tenantHeaders } }, ({ headers }) => headers['x-tenant']);
    };
    @Module({ plugins: [plugin(addRoute)] })
    class PluginModule {}

    const kernel = await startKernel(PluginModule);
    const asked = await kernel.server.inject({ url: '/tenant', headers: { 'x-tenant': '7' } });
    const refused = await kernel.server.inject({ url: '/tenant' });

    expect([asked.statusCode, asked.body]).toEqual([200, '7']);
    expect(refused.statusCode).toBe(400);
    expect(refused.body).toContain("headers must have required property 'x-tenant'");
  });

  it('refuse to start with a schema of headers, whose names they would compare with case', async () => {
    @Injectable()
    class Routes implements OnStart {
      constructor(@Inject(SERVER) private readonly server: FastifyInstance) {}
      onStart() {
        this.server.get('/tenant', { schema: { headers: tenantHeaders } }, () => 'never');
      }
    }
    @Module({ providers: [Routes] })
    class RoutesModule {}

    await expect(startKernel(RoutesModule)).rejects.toThrow(
      new Error(
        'Failed building the validation schema for GET: /tenant, due to error ' +
          'An application without plugins may have no schema of headers. ' +
          'Add the route in a plugin: @Module({ plugins: [plugin(async (server) => { … })] }).',
      ),
    );
  });
});
