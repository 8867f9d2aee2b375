import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import formbody from '@fastify/formbody';
import { IsString } from 'class-validator';

import {
  Body,
  Get,
  type HttpRequest,
  Middleware,
  Module,
  plugin,
  Post,
  Route,
  Settings,
  UnauthorizedError,
} from '../../src/index';
import { createOpenApi, openApi, type OpenApiDocument, writeOpenApi } from '../../src/openapi/index';
import { createTestKernel } from '../../src/testing/index';

class Note {
  @IsString() title!: string;
}

@Route('/notes')
class NotesView {
  @Get()
  list() {
    return [];
  }

  @Post()
  create(@Body() body: Note) {
    return body;
  }
}

@Middleware()
class Closed implements Middleware {
  processRequest(_request: HttpRequest): void {
    throw new UnauthorizedError();
  }
}

const about = { title: 'Notes', version: '1.0.0' };

@Module({ routes: [NotesView], middleware: [Closed], plugins: [openApi(about), plugin(formbody)] })
class ServedModule {}

describe('openApi', () => {
  it('serves the document, behind no middleware', async () => {
    const kernel = await createTestKernel(ServedModule);

    const response = await kernel.client.get('/openapi.json');

    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.json()).toEqual(createOpenApi(kernel, about));
    expect((await kernel.client.get('/notes')).status).toBe(401);
    await kernel.close();
  });

  it('knows what plugins bring that are listed after it', async () => {
    const kernel = await createTestKernel(ServedModule);

    const { paths } = (await kernel.client.get('/openapi.json')).json<OpenApiDocument>();

    expect(Object.keys(paths['/notes']?.post?.requestBody?.content ?? {})).toEqual([
      'application/json',
      'application/x-www-form-urlencoded',
    ]);
    await kernel.close();
  });

  it('serves pages that may load nothing from elsewhere', async () => {
    const kernel = await createTestKernel(ServedModule);

    const page = await kernel.client.get('/docs');
    const urls = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url]) => String(url));
    const files = await Promise.all(urls.map((url) => kernel.client.get(`/${url}`)));
    const script = await kernel.client.get('/docs/initializer.js');

    expect(page).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
    expect(page.headers['content-security-policy']).toMatch(/^default-src 'self'; script-src 'self';/);
    expect(urls.every((url) => url.startsWith('docs/'))).toBe(true);
    expect(files.map(({ status }) => status)).toEqual(urls.map(() => 200));
    expect(files.map(({ headers }) => headers['content-type']?.split(';')[0])).toEqual([
      'text/css',
      'text/css',
      'image/png',
      'text/javascript',
      'text/javascript',
    ]);
    expect(script.text).toContain('"url":"openapi.json"');
    await kernel.close();
  });

  it('is served elsewhere, and without pages, where that is wanted', async () => {
    @Module({ routes: [NotesView], plugins: [openApi({ ...about, path: '/api/openapi.json', ui: false })] })
    class ElsewhereModule {}

    const kernel = await createTestKernel(ElsewhereModule);

    expect((await kernel.client.get('/api/openapi.json')).status).toBe(200);
    expect((await kernel.client.get('/openapi.json')).status).toBe(404);
    expect((await kernel.client.get('/docs')).status).toBe(404);
    await kernel.close();
  });

  it('is made with what is injected', async () => {
    const entry = openApi({
      inject: [Settings],
      useFactory: ({ port }: Settings) => ({ ...about, servers: [`http://localhost:${port}`], ui: '/pages' }),
    });
    @Module({ routes: [NotesView], plugins: [entry] })
    class InjectedModule {}

    const kernel = await createTestKernel(InjectedModule, { env: { PORT: '1234' } });

    const { servers } = (await kernel.client.get('/openapi.json')).json<OpenApiDocument>();
    expect(servers).toEqual([{ url: 'http://localhost:1234' }]);
    const policy = (await kernel.client.get('/pages')).headers['content-security-policy'];
    expect(policy).toContain("connect-src 'self' http://localhost:1234;");
    await kernel.close();
  });

  it('stops the start where the document cannot be made', async () => {
    const security = { schemes: { token: { type: 'http', scheme: 'bearer' } }, of: () => [{ tokn: [] }] } as const;
    @Module({ routes: [NotesView], plugins: [openApi({ ...about, ui: false, security })] })
    class WrongModule {}

    await expect(createTestKernel(WrongModule)).rejects.toThrow(
      '`security.of` requires "tokn" for NotesView.list, which is not among the schemes. Did you mean "token"?\n' +
        '  Add tokn to `security.schemes`, or correct the name. [Q701]',
    );
  });

  it('writes the title as text, whatever it is', async () => {
    @Module({ routes: [NotesView], plugins: [openApi({ ...about, title: 'Notes <script> & more' })] })
    class TitledModule {}

    const kernel = await createTestKernel(TitledModule);

    expect((await kernel.client.get('/docs')).text).toContain('<title>Notes &lt;script> &amp; more</title>');
    await kernel.close();
  });
});

describe('writeOpenApi', () => {
  it('writes the document of a module to a file, and starts nothing', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quintet-openapi-'));
    const file = join(folder, 'openapi.json');

    await writeOpenApi(ServedModule, file, about);

    const text = await readFile(file, 'utf8');
    expect(JSON.parse(text)).toEqual(createOpenApi(ServedModule, about));
    expect(text.endsWith('}\n')).toBe(true);
    expect(text).toContain('application/x-www-form-urlencoded');
    await rm(folder, { recursive: true });
  });
});
