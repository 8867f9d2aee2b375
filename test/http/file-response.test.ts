import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FileResponse, type FileResponseOptions } from '../../src/http/file-response';
import type { HttpError } from '../../src/http/http-error';
import { fakeRequest } from './fake-request';
import { serve } from './serve';

const folder = mkdtempSync(join(tmpdir(), 'quintet-files-'));
const path = join(folder, 'note.txt');
const modified = new Date('2024-05-06T07:08:09Z');

beforeAll(() => {
  writeFileSync(path, 'abcdefghij');
  utimesSync(path, modified, modified);
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe('a file', () => {
  it('is sent with its type, length, date and tag', async () => {
    const response = await ask(path);

    expect(response.status).toBe(200);
    expect(response.text).toBe('abcdefghij');
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('content-length')).toBe('10');
    expect(response.headers.get('last-modified')).toBe('Mon, 06 May 2024 07:08:09 GMT');
    expect(response.headers.get('etag')).toMatch(/^W\/"a-/);
    expect(response.headers.get('accept-ranges')).toBe('bytes');
    expect(response.headers.get('content-disposition')).toBeNull();
    expect(response.headers.get('cache-control')).toBeNull();
  });

  it('keeps the status, headers and type that it is given', async () => {
    const options = { status: 201, contentType: 'text/csv', headers: { etag: '"mine"', 'x-a': '1' } };
    const response = await ask(path, {}, options);

    expect(response.status).toBe(201);
    expect(response.headers.get('content-type')).toBe('text/csv');
    expect(response.headers.get('etag')).toBe('"mine"');
    expect(response.headers.get('x-a')).toBe('1');
  });

  it('of an unknown type is bytes', async () => {
    const unknown = join(folder, 'note.unknown-type');
    writeFileSync(unknown, '');

    const response = await ask(unknown);

    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.text).toBe('');
  });

  it.each(['100%.txt', '%41.txt', '.hidden', 'ü b.txt', 'a..b.txt'])('may be named %s', async (name) => {
    writeFileSync(join(folder, name), name);

    const response = await ask(join(folder, name));

    expect(response.text).toBe(name);
  });

  it('may be named by a path that leads up', async () => {
    await mkdir(join(folder, 'below'), { recursive: true });

    expect((await ask(`${folder}/below/../note.txt`)).status).toBe(200);
  });

  it('is answered to HEAD by its headers', async () => {
    const response = await ask(path, {}, {}, 'HEAD');

    expect(response.status).toBe(200);
    expect(response.headers.get('content-length')).toBe('10');
    expect(response.text).toBe('');
  });

  it('is the one that a hook put in its place', async () => {
    const response = new FileResponse(join(folder, 'absent'));

    response.body = path;
    await response.toPayload(fakeRequest({}, 'HEAD'));

    expect(response.headers.get('content-length')).toBe('10');
  });
});

describe('a part of a file', () => {
  it('is sent where one is asked for', async () => {
    const response = await ask(path, { range: 'bytes=2-4' });

    expect(response.status).toBe(206);
    expect(response.text).toBe('cde');
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(response.headers.get('content-length')).toBe('3');
  });

  it('that is not there is 416, with the length there is', async () => {
    const failure = await fail(new FileResponse(path), { range: 'bytes=20-' });

    expect(failure).toMatchObject({ status: 416, headers: { 'content-range': 'bytes */10' } });
  });

  it.each([
    ['a POST', 'POST', 200],
    ['an answer other than 200', 'GET', 404],
  ])('is not sent for %s', async (_, method, status) => {
    const response = await ask(path, { range: 'bytes=2-4' }, { status }, method);

    expect(response.status).toBe(status);
    expect(response.text).toBe('abcdefghij');
  });
});

describe('a conditional request for a file', () => {
  it('is 304 without a body while the file is the same', async () => {
    const tag = (await ask(path)).headers.get('etag') ?? '';

    const byTag = await ask(path, { 'if-none-match': tag });
    const byDate = await ask(path, { 'if-modified-since': modified.toUTCString() });

    expect([byTag.status, byDate.status]).toEqual([304, 304]);
    expect(byTag.text).toBe('');
    expect(byTag.headers.get('etag')).toBe(tag);
    expect(byTag.headers.get('content-length')).toBeNull();
  });

  it('is 200 when the file has changed', async () => {
    expect((await ask(path, { 'if-none-match': '"other"' })).status).toBe(200);
    expect((await ask(path, { 'if-modified-since': new Date(0).toUTCString() })).status).toBe(200);
  });

  it('is 412 when its condition is not met', async () => {
    expect(await fail(new FileResponse(path), { 'if-match': '"other"' })).toMatchObject({ status: 412 });
  });
});

describe('a file that cannot be sent', () => {
  it.each([
    ['is not there', join(folder, 'absent.txt')],
    ['is a directory', folder],
    ['is a directory with a slash', `${folder}/`],
    ['is below a file', join(path, 'below')],
    ['has a null character', `${path}\0`],
    ['has a name that is too long', join(folder, 'x'.repeat(300))],
  ])('because it %s is a 404 that does not say the path', async (_, absent) => {
    const failure = (await fail(new FileResponse(absent))) as HttpError;

    expect(failure.status).toBe(404);
    expect(failure.detail).toBeUndefined();
    expect(failure.message).toBe('Not Found');
  });

  it('has the reason as the cause of its error', async () => {
    expect(await fail(new FileResponse(join(folder, 'absent.txt')))).toMatchObject({ cause: { code: 'ENOENT' } });
  });
});

describe('the name of a file', () => {
  it.each<[FileResponseOptions, string | undefined]>([
    [{}, undefined],
    [{ attachment: true }, 'attachment; filename="note.txt"'],
    [{ attachment: false }, 'inline; filename="note.txt"'],
    [{ filename: 'other.txt' }, 'inline; filename="other.txt"'],
    [{ filename: '€.txt', attachment: true }, `attachment; filename="?.txt"; filename*=UTF-8''%E2%82%AC.txt`],
    [{ filename: '../../etc/passwd', attachment: true }, 'attachment; filename="passwd"'],
  ])('under %j is told as %s', (options, disposition) => {
    expect(new FileResponse(path, options).headers.get('content-disposition')).toBe(disposition);
  });

  it('cannot start another header', () => {
    const response = new FileResponse(path, { filename: 'a"\r\nset-cookie: b' });

    expect(response.headers.get('content-disposition')).not.toMatch(/[\r\n]/);
  });
});

async function ask(
  file: string,
  headers: Record<string, string> = {},
  options: FileResponseOptions = {},
  method = 'GET',
) {
  const { origin, close } = await serve(() => new FileResponse(file, options));
  const response = await fetch(origin, { method, headers: { 'cache-control': 'max-age=0', ...headers } });
  const body = await response.text();
  await close();
  return { status: response.status, headers: response.headers, text: body };
}

async function fail(response: FileResponse, headers: Record<string, string> = {}): Promise<unknown> {
  try {
    return await response.toPayload(fakeRequest(headers));
  } catch (error) {
    return error;
  }
}
