import multipart from '@fastify/multipart';
import { IsInt, IsOptional, IsString } from 'class-validator';

import { Body, File, Module, plugin, Post, Route, type UploadedFile } from '../../../src/index';
import { createTestKernel } from '../../../src/testing/index';
import { createFile, toForm } from './multipart-form';

class Fields {
  @IsString() title!: string;
  @IsOptional() @IsInt() stars?: number;
}

@Route('/files')
class FilesView {
  @Post() create(@Body() fields: Fields, @File('a', { maxSize: 2_000_000 }) { size }: UploadedFile) {
    return Object.assign({ isFields: fields instanceof Fields }, fields, { size });
  }
}

async function post(form: { readonly body: Buffer; readonly headers: Record<string, string> }, options?: object) {
  @Module({ routes: [FilesView], plugins: options ? [plugin(multipart, options)] : [] })
  class Root {}

  const kernel = await createTestKernel(Root);
  try {
    const answer = await kernel.client.post('/files', form);
    return { status: answer.status, body: answer.json<Record<string, unknown>>() };
  } finally {
    await kernel.close();
  }
}

function toParts(...parts: readonly string[]) {
  const body = parts.map((part) => `--x\r\n${part}\r\n`).join('');
  return { body: Buffer.from(`${body}--x--\r\n`), headers: { 'content-type': 'multipart/form-data; boundary=x' } };
}

const title = 'content-disposition: form-data; name="title"\r\n\r\nA';
const file = 'content-disposition: form-data; name="a"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\nhello';

describe('a multipart plugin of the application', () => {
  it.each([{}, { limits: { fileSize: 1, fields: 5 } }])('is used as it is: %j', async (options) => {
    const form = await toForm([
      ['title', 'A'],
      ['stars', '3'],
      ['a', createFile(1_500_000)],
    ]);

    expect(await post(form, options)).toEqual({
      status: 200,
      body: { isFields: true, title: 'A', stars: 3, size: 1_500_000 },
    });
  });

  it('says in the error of the view what is wrong where it reads the forms itself', async () => {
    await expect(post(toParts(title, file), { attachFieldsToBody: true })).rejects.toThrow(
      '@fastify/multipart reads forms before @File can: register it without attachFieldsToBody.',
    );
  });
});

describe('an odd form', () => {
  it('is 415 with a field that says it is JSON', async () => {
    const stars = 'content-disposition: form-data; name="stars"\r\ncontent-type: application/json\r\n\r\n3';

    expect(await post(toParts(title, stars, file))).toMatchObject({
      status: 415,
      body: { detail: 'The fields of the form must be text.' },
    });
  });

  it('is 413 with a name that is longer than 200 characters', async () => {
    const named = (length: number) => `content-disposition: form-data; name="${'n'.repeat(length)}"\r\n\r\n1`;

    expect(await post(toParts(title, named(201), file))).toMatchObject({
      status: 413,
      body: { detail: 'The name of a field of the form is longer than 200 characters.' },
    });
    expect(await post(toParts(title, named(200), file))).toMatchObject({ status: 422 });
  });

  it('is 400 or 413 where it is broken', async () => {
    expect((await post(toParts('content-disposition: form-data\r\n\r\n1'))).status).toBe(400);
    expect((await post({ ...toParts(title), body: Buffer.from('--x\r\nbroken') })).status).toBe(400);
  });
});
