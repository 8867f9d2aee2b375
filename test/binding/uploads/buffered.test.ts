import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { text } from 'node:stream/consumers';

import { File, Files, Get, Module, Param, Post, Put, Query, Req, Route, UploadedFile } from '../../../src/index';
import type { HttpRequest, ValidationIssue } from '../../../src/index';
import { createTestKernel, type TestKernel } from '../../../src/testing/index';
import { createFile, toForm } from './multipart-form';

@Route('/files')
class FilesView {
  @Get()
  list() {
    return 'listed';
  }

  @Post()
  async one(@File('a', { maxSize: 10, types: ['image/*', 'Text/Plain'] }) file: UploadedFile) {
    const { fieldName, filename, type, size } = file;
    const bytes = await file.buffer();
    return {
      ...{ fieldName, filename, type, size, isFile: file instanceof UploadedFile },
      ...{ isBuffer: Buffer.isBuffer(bytes), text: bytes.toString(), stream: await text(file.stream()) },
    };
  }

  @Put()
  parsed(@Req() { body }: HttpRequest) {
    return { body };
  }

  @Post('optional')
  optional(@File('a', { optional: true }) file: UploadedFile | undefined, @Query('q') q: number) {
    return { type: typeof file, q };
  }

  @Post('many/:id')
  many(
    @Param('id') id: number,
    @Files('a', { maxCount: 2, maxSize: 5 }) files: UploadedFile[],
    @Files('b', { optional: true }) others: UploadedFile[],
  ) {
    return { id, files: files.map(({ filename }) => filename), others: others.length };
  }

  @Post('save')
  async save(@File('a') file: UploadedFile, @Query('path') path: string) {
    return file.saveTo(path).then(
      () => 'saved',
      (error: unknown) => (error as { code: string }).code,
    );
  }
}

@Module({ routes: [FilesView] })
class Root {}

let kernel: TestKernel;

beforeAll(async () => (kernel = await createTestKernel(Root)));
afterAll(() => kernel.close());

async function post(url: string, entries: Parameters<typeof toForm>[0]) {
  const answer = await kernel.client.post(url, await toForm(entries));
  return { status: answer.status, body: answer.json<Record<string, unknown>>() };
}

async function readIssues(url: string, entries: Parameters<typeof toForm>[0]) {
  const { status, body } = await post(url, entries);
  expect(status).toBe(422);
  return (body['errors'] as ValidationIssue[]).map(({ in: part, pointer, rule, message }) =>
    [part, pointer, rule, message].join(' '),
  );
}

describe('a buffered file', () => {
  it('is passed with what the client says of it', async () => {
    expect(
      await post('/files', [['a', new globalThis.File(['hello'], 'C:\\x\\ü.png', { type: 'image/png' })]]),
    ).toEqual({
      status: 200,
      body: {
        ...{ fieldName: 'a', filename: 'ü.png', type: 'image/png', size: 5, isFile: true },
        ...{ isBuffer: true, text: 'hello', stream: 'hello' },
      },
    });
  });

  it('may be as large as is said, and empty', async () => {
    expect((await post('/files', [['a', createFile(10)]])).body).toMatchObject({ size: 10 });
    expect((await post('/files', [['a', createFile(0)]])).body).toMatchObject({ size: 0, text: '', stream: '' });
  });

  it('is refused where it is too large, of another type, missing, too much, unknown, or text', async () => {
    const file = createFile(1);

    expect(await readIssues('/files', [['a', createFile(11)]])).toEqual([
      'file /a maxSize a must not be larger than 10 bytes.',
    ]);
    expect(await readIssues('/files', [['a', createFile(1, 'a.pdf', 'application/pdf')]])).toEqual([
      'file /a type a must be of the type image/* or text/plain.',
    ]);
    expect(await readIssues('/files', [])).toEqual(['file /a required a must be a file.']);
    expect(
      await readIssues('/files', [
        ['a', file],
        ['a', file],
      ]),
    ).toEqual(['file /a maxCount a must be at most one file.']);
    expect(
      await readIssues('/files', [
        ['a', file],
        ['b~/', file],
      ]),
    ).toEqual(['file /b~0~1 unknown b~/ is not expected.']);
    expect(await readIssues('/files', [['a', 'text']])).toEqual(['file /a isFile a must be a file.']);
  });

  it('is refused together with all other arguments', async () => {
    expect(
      await readIssues('/files/many/x?', [
        ['a', createFile(6)],
        ['b', 'text'],
      ]),
    ).toEqual([
      'path /id isNumber id must be a number.',
      'file /a maxSize a must not be larger than 5 bytes.',
      'file /b isFile b must be a file.',
    ]);
  });

  it('may be optional: missing, or chosen by nobody in a browser', async () => {
    expect((await post('/files/optional?q=1', [])).body).toEqual({ type: 'undefined', q: 1 });
    expect((await post('/files/optional', [['a', createFile(0, '')]])).body).toEqual({ type: 'undefined' });
    expect((await post('/files/optional', [['a', createFile(1)]])).body).toEqual({ type: 'object' });
    expect((await kernel.client.post('/files/optional')).json()).toEqual({ type: 'undefined' });
  });

  it('may be one of several', async () => {
    const form = [createFile(1, 'one.png'), createFile(5, 'two.png')].map((file) => ['a', file] as const);

    expect((await post('/files/many/7', form)).body).toEqual({ id: 7, files: ['one.png', 'two.png'], others: 0 });
    expect(await readIssues('/files/many/7', [...form, ['a', createFile(1)]])).toEqual([
      'file /a maxCount a must be at most 2 files.',
    ]);
    expect(await readIssues('/files/many/7', [])).toEqual(['file /a required a must be a file.']);
  });

  it('is saved in one piece, in place of what is there, or not at all', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'quintet-'));
    const path = join(folder, 'a.png');
    const save = async (to: string) => {
      const form = await toForm([['a', createFile(3)]]);
      return (await kernel.client.post('/files/save', { ...form, query: { path: to } })).text;
    };
    await writeFile(path, 'before');

    expect(await save(path)).toBe('saved');
    expect(await readFile(path, 'utf8')).toBe('xxx');
    expect(await save(join(folder, 'none', 'a.png'))).toBe('ENOENT');
    // The file has been written, and cannot take the name of a folder.
    expect(await save(folder)).toMatch(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(await readdir(folder)).toEqual(['a.png']);
    expect((await readdir(tmpdir())).filter((name) => name.startsWith(basename(folder)))).toEqual([basename(folder)]);
    await rm(folder, { recursive: true });
  });
});

describe('a method with files', () => {
  it('takes forms only', async () => {
    expect((await kernel.client.post('/files', { body: { a: 1 } })).json()).toMatchObject({
      status: 415,
      detail: 'The body must be multipart/form-data.',
    });
  });

  it('leaves other methods of the URL as they are, which take no form', async () => {
    expect((await kernel.client.get('/files')).text).toBe('listed');
    expect((await kernel.client.put('/files', { body: { a: 1 } })).json()).toEqual({ body: { a: 1 } });
    expect((await kernel.client.put('/files', await toForm([['a', createFile(1)]]))).status).toBe(415);
    expect((await kernel.client.delete('/files')).status).toBe(405);
  });
});
