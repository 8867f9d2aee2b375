import { File, Files, Post, Route, type UploadedFile } from '../../../src/index';
import { ask, RawConnection, toRequest } from '../../support/raw-http';
import { startWire, stopKernels } from '../../support/wire-kernel';
import { createFile, toForm } from './multipart-form';

afterEach(stopKernels);

const type = 'multipart/form-data; boundary=B';
const part = (disposition: string, content: string) =>
  `--B\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const end = '--B--\r\n';

const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

@Route('/files')
class FilesView {
  @Post()
  receive(@File('a', { maxSize: 1000 }) { size }: UploadedFile) {
    return { size };
  }

  @Post('many')
  many(@Files('a', { maxCount: 3 }) files: UploadedFile[]) {
    return { count: files.length };
  }
}

const routes = [FilesView];

async function post(body: string, headers: Readonly<Record<string, string>> = { 'content-type': type }) {
  const { origin } = await startWire({ routes });
  const answer = await ask(origin, 'POST /files', { headers, body });
  return { ...answer, problem: JSON.parse(answer.body) as Record<string, unknown> };
}

describe('a form over the wire', () => {
  it('may come in chunks of any size, and the connection is used again', async () => {
    const { origin } = await startWire({ routes });
    const connection = new RawConnection(origin);
    const head = `POST /files HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`;
    const form = part('name="a"; filename="a.txt"', 'x'.repeat(30)) + end;

    for (const times of [1, 2]) {
      connection.write(head);
      for (const letter of form) connection.write(chunk(letter));
      const answer = await connection.write('0\r\n\r\n').readAnswer();

      expect({ times, body: answer.body, connection: answer.headers['connection'] }).toEqual({
        ...{ times, body: '{"size":30}', connection: 'keep-alive' },
      });
    }
    connection.destroy();
  });

  it('is read to its end where it is refused, so that the connection is used again', async () => {
    const { origin } = await startWire({ routes });
    const connection = new RawConnection(origin);
    const { body, headers } = await toForm([['a', createFile(3000)]]);

    for (const status of [422, 422]) {
      const head = toRequest('POST /files', { headers: { ...headers, 'content-length': String(body.length) } });
      expect((await connection.write(head).write(body).readAnswer()).status).toBe(status);
    }
    connection.destroy();
  });

  it.each(['__proto__', 'constructor', 'prototype'])(
    'is refused with the name %s, of a field or a file',
    async (name) => {
      expect((await post(part(`name="${name}"`, 'x') + end)).status).toBe(400);
      expect((await post(part(`name="${name}"; filename="a"`, 'x') + end)).status).toBe(400);
    },
  );

  it.each([
    ['without a boundary', 'x', { 'content-type': 'multipart/form-data' }],
    ['that is cut off', part('name="a"; filename="a"', 'x'), { 'content-type': type }],
    [
      'that is cut off in a file',
      '--B\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\nxx',
      { 'content-type': type },
    ],
    ['that is none', 'hello', { 'content-type': type }],
    ['with a field without a name', part('filename="a"', 'x') + end, { 'content-type': type }],
  ])('is 400 for a form %s', async (_name, body, headers) => {
    const { status, problem } = await post(body, headers);

    expect({ status, title: problem['title'] }).toEqual({ status: 400, title: 'Bad Request' });
  });

  it('is 413 with more fields, more files or more text than a form may have', async () => {
    const field = part('name="f"', 'x');
    const file = part('name="f"; filename="a"', 'x');

    expect((await post(field.repeat(101) + end)).status).toBe(413);
    expect((await post(file.repeat(12) + end)).status).toBe(413);
    expect((await post(part('name="f"', 'x'.repeat(1_048_577)) + end)).status).toBe(413);
  });

  it('is 413 beyond all that its files and fields may have, and the rest is not read', async () => {
    const { origin } = await startWire({ routes }, { fastify: { bodyLimit: 100 } });
    const connection = new RawConnection(origin);
    const head = `POST /files HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\n`;

    const told = await ask(origin, 'POST /files', { headers: { 'content-type': type }, body: 'x'.repeat(1101) });
    connection.write(`${head}transfer-encoding: chunked\r\n\r\n`);
    const untold = await connection
      .write(chunk('--B\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\n'))
      .write(chunk('x'.repeat(1100)))
      .readAnswer();

    expect(told).toMatchObject({ status: 413, headers: { connection: 'close' } });
    expect(untold).toMatchObject({ status: 413, headers: { connection: 'close' } });
    expect(await connection.readToEnd()).toBe('');
  });

  it('goes the way of an error where the client leaves in the middle of a file', async () => {
    const { origin, log } = await startWire({ routes });
    const connection = new RawConnection(origin);

    connection.write(`POST /files HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ncontent-length: 500\r\n\r\n`);
    connection.write('--B\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\nxxx');
    await log.waitFor('incoming request');
    connection.destroy();

    expect((await log.waitFor('was answered 400')).level).toBe(40);
    expect(log.records.filter(({ level }) => level >= 50)).toEqual([]);
  });

  it('is no longer read when the time limit of the view has ended', async () => {
    @Route('/slow')
    class SlowView {
      @Post({ timeout: 20 })
      receive(@File('a') { size }: UploadedFile) {
        return { size };
      }
    }
    const { origin, kernel } = await startWire({ routes: [SlowView] });
    const connection = new RawConnection(origin);

    connection.write(`POST /slow HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ncontent-length: 500\r\n\r\n--B\r\n`);
    const answer = await connection.readAnswer();

    expect(answer).toMatchObject({ status: 503, headers: { connection: 'close' } });
    connection.destroy();
    // It waits for what views still do.
    await kernel.close();
    expect(await connection.readToEnd()).toBe('');
  });
});
