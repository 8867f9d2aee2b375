import { randomUUID } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import type { ArticlesAnswer } from '../articles/article.dto';
import { createDatabase, type TestDatabase } from '../testing/databases';
import { Cluster } from './cluster';

// Jest leaves this file out where they are not set.
const { TEST_DATABASE_URL = '', TEST_REDIS_URL = '' } = process.env;

jest.setTimeout(180_000);

describe('two processes behind nginx', () => {
  let database: TestDatabase;
  let cluster: Cluster;
  let processPorts: [number, number];
  let headers: Record<string, string>;

  beforeAll(async () => {
    database = await createDatabase(TEST_DATABASE_URL);
    const [port, ...others] = (await findPorts(3)) as [number, number, number];
    processPorts = others;
    const env = {
      ...database.env,
      REDIS_URL: TEST_REDIS_URL,
      REDIS_PREFIX: `${randomUUID()}:`,
      JWT_KEY: randomUUID(),
      LOG_LEVEL: 'warn',
      SIGN_IN_LIMIT: '5',
    };
    cluster = new Cluster({ port, processPorts, env, output: 'ignore' });
    await cluster.start();
    headers = { 'content-type': 'application/json', authorization: `Token ${await register()}` };
  });

  afterAll(async () => {
    await cluster.stop();
    await database.remove();
  });

  it('lose no write while one of them is restarted', async () => {
    const [restarted] = processPorts;

    const before = await writeArticles();
    const [exitCode, ...during] = await Promise.all([cluster.stopProcess(restarted), writeArticles(), writeArticles()]);
    const without = await writeArticles();
    const [, ...after] = await Promise.all([cluster.startProcess(restarted), writeArticles(), writeArticles()]);
    const written = [before, ...during, without, ...after].flat();

    expect(exitCode).toBe(0);
    expect(written.map(({ status }) => status)).toEqual(Array(written.length).fill(201));
    expect((await readTitles()).sort()).toEqual(written.map(({ title }) => title).sort());
  });

  it('count together who tries passwords', async () => {
    const body = JSON.stringify({ user: { email: 'nobody@example.com', password: 'guess' } });
    const logIn = async () => (await fetch(`${cluster.url}/api/users/login`, { method: 'POST', headers, body })).status;

    // The registration was one of five attempts.
    const statuses = await Promise.all(Array.from({ length: 10 }, logIn));

    expect(statuses.sort()).toEqual([401, 401, 401, 401, 429, 429, 429, 429, 429, 429]);
  });

  async function register(): Promise<string> {
    const user = { username: 'jane', email: 'jane@example.com', password: 'correct horse' };
    const response = await fetch(`${cluster.url}/api/users`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ user }),
    });
    return ((await response.json()) as { user: { token: string } }).user.token;
  }

  // Eight clients, ten articles each.
  async function writeArticles() {
    const clients = Array.from({ length: 8 }, async () => {
      const written: Awaited<ReturnType<typeof writeArticle>>[] = [];
      for (let number = 0; number < 10; number++) written.push(await writeArticle());
      return written;
    });
    return (await Promise.all(clients)).flat();
  }

  async function writeArticle() {
    const title = randomUUID();
    const body = JSON.stringify({ article: { title, description: 'A test', body: 'Of many' } });
    const { status } = await fetch(`${cluster.url}/api/articles`, { method: 'POST', headers, body });
    return { title, status };
  }

  async function readTitles(): Promise<string[]> {
    const titles: string[] = [];
    for (;;) {
      const response = await fetch(`${cluster.url}/api/articles?limit=100&offset=${String(titles.length)}`);
      const { articles, articlesCount } = (await response.json()) as ArticlesAnswer;
      titles.push(...articles.map(({ title }) => title));
      if (titles.length >= articlesCount) return titles;
    }
  }
});

// Ports that were free a moment ago.
async function findPorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer().listen(0, '127.0.0.1'));
  await Promise.all(servers.map((server) => new Promise((resolve) => server.once('listening', resolve))));
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
