import { rmSync } from 'node:fs';
import { Agent, get } from 'node:http';

import { RawConnection, toRequest } from '../support/raw-http';
import { compileServer } from './compile-server';
import { SpawnedServer } from './spawn-server';

// Each test starts a process.
jest.setTimeout(30_000);

let compiled: ReturnType<typeof compileServer>;
const servers: SpawnedServer[] = [];

beforeAll(() => {
  compiled = compileServer();
});

afterAll(() => {
  rmSync(compiled.folder, { recursive: true });
});

async function start(env: Readonly<Record<string, string>> = {}) {
  const server = new SpawnedServer(compiled.file, env);
  servers.push(server);
  return { server, origin: await server.readOrigin() };
}

afterEach(() => {
  for (const server of servers.splice(0)) server.destroy();
});

type Outcome = 'answered' | 'refused' | 'not connected' | 'lost';

// One request of a client that keeps its connections.
function ask(url: string, agent: Agent): Promise<Outcome> {
  return new Promise((resolve) => {
    const request = get(url, { agent }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('error', () => {
        resolve('lost');
      });
      response.on('end', () => {
        if (response.statusCode === 200 && body.length > 2000) resolve('answered');
        else resolve(isRefusal(response.statusCode, response.headers, body) ? 'refused' : 'lost');
      });
    });
    request.on('error', ({ code }: NodeJS.ErrnoException) => {
      resolve(code === 'ECONNREFUSED' ? 'not connected' : 'lost');
    });
  });
}

function isRefusal(status: number | undefined, headers: NodeJS.Dict<string | string[]>, body: string): boolean {
  if (status !== 503 || headers['connection'] !== 'close') return false;
  return (JSON.parse(body) as { detail?: string }).detail === 'The server is shutting down.';
}

describe('a busy server that is told to end', () => {
  it('loses no answer: each request is answered, refused with 503, or not connected', async () => {
    const { server, origin } = await start();
    const counts: Record<Outcome, number> = { answered: 0, refused: 0, 'not connected': 0, lost: 0 };
    const runClient = async (number: number): Promise<void> => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      for (let turn = 0; ; turn++) {
        const outcome = await ask(`${origin}/work/${(number * 7 + turn * 3) % 25}`, agent);
        counts[outcome]++;
        if (counts.answered === 500) server.kill('SIGTERM');
        if (outcome === 'not connected' || outcome === 'lost') break;
      }
      agent.destroy();
    };

    await Promise.all(Array.from({ length: 40 }, (_, number) => runClient(number)));

    expect(await server.waitForExit()).toBe(0);
    expect(counts.lost).toBe(0);
    expect(counts.answered).toBeGreaterThanOrEqual(500);
    expect(counts['not connected']).toBe(40);
    expect(server.output).toContain('stopped Pool\ndisposed Pool\n');
  });
});

describe('a server that is told to end', () => {
  it('answers what is open, with the news that the connection ends', async () => {
    const { server, origin } = await start();
    const busy = new RawConnection(origin);
    await busy.write(toRequest('GET /work/1')).readAnswer();
    const idle = new RawConnection(origin);
    await idle.write(toRequest('GET /work/1')).readAnswer();
    busy.write(toRequest('GET /work/2000'));
    await idle.write(toRequest('GET /work/1')).readAnswer();

    server.kill('SIGINT');
    const answer = await busy.readAnswer();

    expect(answer.status).toBe(200);
    expect(answer.headers['connection']).toBe('close');
    expect(await server.waitForExit()).toBe(0);
  });

  it('ends streams of events properly, and their sources', async () => {
    const { server, origin } = await start();
    const connection = new RawConnection(origin);
    await connection.write(toRequest('GET /events')).readUntil('data: "first"');

    server.kill('SIGTERM');
    const received = await connection.readToEnd();

    expect(received.endsWith('\r\n0\r\n\r\n')).toBe(true);
    expect(await server.waitForExit()).toBe(0);
    expect(server.output).toContain('left /events');
  });

  it('breaks off at the time limit, and says what was open', async () => {
    const { server, origin } = await start({ SHUTDOWN_TIMEOUT: '300' });
    const connections = [new RawConnection(origin), new RawConnection(origin), new RawConnection(origin)] as const;
    connections[0].write(toRequest('GET /stuck?a=1'));
    await server.waitFor('entered /stuck');
    connections[1].write(toRequest('GET /work/0?wait'));
    await server.waitFor('entered Waiting');

    server.kill('SIGTERM');
    await Promise.all([connections[0].readToEnd(), connections[1].readToEnd()]);

    expect(await server.waitForExit()).toBe(1);
    expect(server.output).toContain('aborted: The server is shutting down.');
    expect(server.output).toContain('Broken off, since open after 300 ms:');
    expect(server.output).toMatch(/GET \/stuck\?a=1 \(StuckView\.show, in the view, for \d+ ms\)/);
    expect(server.output).toMatch(/GET \/work\/0\?wait \(WorkView\.show, in Waiting\.processView, for \d+ ms\)/);
    expect(server.output).toContain('stopped Pool\ndisposed Pool\n');
  });

  it('does not wait for ever for what stops, and says what was not done', async () => {
    const { server } = await start({ SHUTDOWN_TIMEOUT: '300', STUCK_STOP: 'yes' });

    server.kill('SIGTERM');

    expect(await server.waitForExit()).toBe(1);
    expect(server.output).toContain('Not waited for any longer than 300 ms:\\n  Pool.onStop\\n  The disposal of Pool');
  });

  it.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('ends at once at a second signal: %s', async (signal, code) => {
    const { server, origin } = await start({ SHUTDOWN_TIMEOUT: '60000' });
    const events = new RawConnection(origin);
    await events.write(toRequest('GET /events')).readUntil('data: "first"');
    new RawConnection(origin).write(toRequest('GET /stuck'));
    await server.waitFor('entered /stuck');

    server.kill(signal);
    await server.waitFor('left /events');
    server.kill(signal);

    expect(await server.waitForExit()).toBe(code);
    expect(server.output).not.toContain('stopped Pool');
  });

  it('ends all kernels of its process', async () => {
    const { server } = await start({ TWO_KERNELS: 'yes' });

    server.kill('SIGTERM');

    expect(await server.waitForExit()).toBe(0);
    expect(server.output.split('stopped Pool')).toHaveLength(3);
  });
});
