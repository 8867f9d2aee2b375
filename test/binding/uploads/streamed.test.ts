import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import {
  createParameter,
  File,
  Post,
  Query,
  Route,
  StreamResponse,
  type UploadedFile,
  ValidationError,
} from '../../../src/index';
import { RawConnection } from '../../support/raw-http';
import { createSignal, startWire, stopKernels } from '../../support/wire-kernel';

afterEach(stopKernels);

const type = 'multipart/form-data; boundary=B';
const part = (disposition: string, content: string) =>
  `--B\r\ncontent-disposition: form-data; ${disposition}\r\n\r\n${content}\r\n`;
const begin = '--B\r\ncontent-disposition: form-data; name="a"; filename="a"\r\n\r\n';
const end = '--B--\r\n';
const chunk = (text: string) => `${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`;

const Refusing = createParameter((): string => {
  throw new ValidationError([{ in: 'header', pointer: '/x', rule: 'known', message: 'x is not known.' }]);
});

let called = createSignal<UploadedFile>();
let folder = '';

beforeEach(async () => {
  called = createSignal<UploadedFile>();
  folder = await mkdtemp(join(tmpdir(), 'quintet-'));
});
afterEach(() => rm(folder, { recursive: true }));

@Route('/files')
class FilesView {
  @Post()
  async read(@File('a', { stream: true, maxSize: 1000 }) file: UploadedFile) {
    called.fire(file);
    const bytes = await file.buffer();
    return { size: file.size, name: file.filename, text: bytes.toString().slice(0, 10) };
  }

  @Post('save')
  async save(@File('a', { stream: true, maxSize: 1000 }) file: UploadedFile) {
    called.fire(file);
    await file.saveTo(join(folder, 'a'));
    return 'saved';
  }

  @Post('ignored')
  ignored(@File('a', { stream: true }) file: UploadedFile) {
    return file.filename;
  }

  @Post('echo')
  echo(@File('a', { stream: true }) file: UploadedFile) {
    return new StreamResponse(file.stream());
  }

  @Post('thrown')
  thrown(@File('a', { stream: true }) file: UploadedFile): string {
    throw new Error(file.filename);
  }

  @Post('refused')
  refused(@File('a', { stream: true }) file: UploadedFile, @Refusing() never: string, @Query('n') n: number) {
    return [file, never, n];
  }
}

const routes = [FilesView];

async function open(path: string) {
  const wire = await startWire({ routes });
  const connection = new RawConnection(wire.origin);
  connection.write(`POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`);
  return { ...wire, connection };
}

describe('a streamed file', () => {
  it('is passed when it begins, and read by the view', async () => {
    const { connection } = await open('/files');

    connection.write(chunk(begin + 'h'));
    const file = await called.fired;
    const answer = await connection
      .write(chunk('ello\r\n' + end))
      .write('0\r\n\r\n')
      .readAnswer();

    expect(file.size).toBe(5);
    expect(JSON.parse(answer.body)).toEqual({ size: 5, name: 'a', text: 'hello' });
    expect(answer.headers['connection']).toBe('keep-alive');
    connection.destroy();
  });

  it('is 422 where it turns out to be too large, as any other file', async () => {
    const { connection, log } = await open('/files');

    const answer = await connection
      .write(chunk(`${begin}${'x'.repeat(1001)}\r\n${end}`))
      .write('0\r\n\r\n')
      .readAnswer();

    expect(JSON.parse(answer.body)).toMatchObject({
      status: 422,
      errors: [{ in: 'file', pointer: '/a', rule: 'maxSize', message: 'a must not be larger than 1000 bytes.' }],
    });
    expect(log.records.filter(({ level }) => level >= 50)).toEqual([]);
    connection.destroy();
  });

  it('is required, too', async () => {
    const { connection } = await open('/files');

    const answer = await connection.write(chunk(end)).write('0\r\n\r\n').readAnswer();

    expect(JSON.parse(answer.body)).toMatchObject({ status: 422, errors: [{ rule: 'required' }] });
    connection.destroy();
  });

  it('is saved as it comes, and what was written is removed where the client leaves', async () => {
    const { connection, log, origin } = await open('/files/save');

    connection.write(chunk(begin + 'xxx'));
    await called.fired;
    connection.destroy();
    expect((await log.waitFor('was answered 400')).level).toBe(40);
    expect(await readdir(folder)).toEqual([]);

    const again = new RawConnection(origin);
    again.write(`POST /files/save HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ntransfer-encoding: chunked\r\n\r\n`);
    const answer = await again
      .write(chunk(`${begin}yyy\r\n${end}`))
      .write('0\r\n\r\n')
      .readAnswer();
    expect(answer.body).toBe('saved');
    expect(await readFile(join(folder, 'a'), 'utf8')).toBe('yyy');
    again.destroy();
  });

  it.each([
    ['ignored', 200],
    ['thrown', 500],
    ['refused', 422],
  ])('closes the connection where nobody reads it: %s', async (path, status) => {
    const { connection } = await open(`/files/${path}`);

    const answer = await connection.write(chunk(begin + 'xxx')).readAnswer();

    expect(answer).toMatchObject({ status, headers: { connection: 'close' } });
    expect(await connection.readToEnd()).toBe('');
  });

  it('may be sent back while it comes', async () => {
    const { connection } = await open('/files/echo');

    connection.write(chunk(begin + 'xxx'));
    expect(await connection.readUntil('xxx')).toContain(' 200 ');
    connection.write(chunk('yyy\r\n' + end)).write('0\r\n\r\n');

    expect(await connection.readToEnd()).toContain('yyy');
  });

  it('must come last: what follows it is read, dropped, and logged', async () => {
    const { connection, log } = await open('/files');
    const form = `${begin}x\r\n${part('name="title"', 'late')}${part('name="b"; filename="b"', 'late')}${end}`;

    const answer = await connection.write(chunk(form)).write('0\r\n\r\n').readAnswer();

    expect(answer).toMatchObject({ status: 200, headers: { connection: 'keep-alive' } });
    expect(log.readProblems()).toEqual([
      '40 "title" came after the streamed file "a", so the view did not get it. Send it before the file.',
      '40 "b" came after the streamed file "a", so the view did not get it. Send it before the file.',
    ]);
    connection.destroy();
  });
});
