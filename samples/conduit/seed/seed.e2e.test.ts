import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';
import { Content } from './content';
import { ProgressLines } from './progress';
import { seed } from './seed';

describe.each(databases)('a seeded database, on $name', (kind) => {
  let conduit: Conduit;
  let lines: string[];

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
    lines = [];
  });

  afterAll(() => conduit.stop());

  it('is filled once, while one can watch', async () => {
    const size = { users: 20, articles: 300 };
    const fill = () =>
      seed(conduit.source, new Content('plain correct horse'), size, new ProgressLines((line) => lines.push(line)));

    expect(await fill()).toBe(true);
    expect(await fill()).toBe(false);
    expect(lines).toEqual(
      expect.arrayContaining(['users 20/20', 'articles 300/300', 'comments 500/600', 'comments 600/600']),
    );
  });

  it('has something to read, of yesterday and long ago', async () => {
    const { articles, articlesCount } = (await conduit.client.get('/api/articles?tag=rest')).json<{
      articles: { createdAt: string }[];
      articlesCount: number;
    }>();

    expect(articlesCount).toBeGreaterThan(20);
    expect(articles).toHaveLength(20);
    expect(Date.parse(articles[0]?.createdAt ?? '')).toBeLessThan(Date.now());
  });

  it('has users that can log in, and are fed', async () => {
    const body = { user: { email: 'ada@example.com', password: 'correct horse' } };
    const { user } = (await conduit.client.post('/api/users/login', { body })).json<{ user: { token: string } }>();

    const feed = await conduit.client.get('/api/articles/feed', { headers: { authorization: `Token ${user.token}` } });

    expect(feed.json<{ articlesCount: number }>().articlesCount).toBeGreaterThan(0);
  });
});
