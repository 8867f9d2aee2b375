import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';
import type { TestUser } from '../testing/test-user';

describe.each(databases)('favourites, on $name', (kind) => {
  let conduit: Conduit;
  let author: TestUser;
  let readers: TestUser[];

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
    author = await conduit.register('author');
    readers = await Promise.all(Array.from({ length: 50 }, (_, index) => conduit.register(`reader${String(index)}`)));
  });

  afterAll(() => conduit.stop());

  it('count each user once, however often they are told', async () => {
    await author.write('Liked');
    const [reader] = readers as [TestUser];

    const answers = [
      await reader.post('/api/articles/liked/favorite'),
      await reader.post('/api/articles/liked/favorite', { body: { ignored: true } }),
      await author.get('/api/articles/liked'),
      await reader.delete('/api/articles/liked/favorite'),
      await reader.delete('/api/articles/liked/favorite'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect(answers.map((answer) => answer.json<object>())).toMatchObject([
      { article: { slug: 'liked', favorited: true, favoritesCount: 1 } },
      { article: { favorited: true, favoritesCount: 1 } },
      { article: { favorited: false, favoritesCount: 1 } },
      { article: { favorited: false, favoritesCount: 0 } },
      { article: { favorited: false, favoritesCount: 0 } },
    ]);
  });

  it('count right when fifty readers change their minds at once', async () => {
    await author.write('Disputed');
    const like = (reader: TestUser) => reader.post('/api/articles/disputed/favorite');
    const leave = (reader: TestUser) => reader.delete('/api/articles/disputed/favorite');

    await Promise.all(readers.flatMap((reader) => [like(reader), like(reader)]));
    expect(await countFavorites('disputed')).toBe(50);

    await Promise.all(readers.slice(0, 20).map(leave));
    expect(await countFavorites('disputed')).toBe(30);
  });

  it('are there for articles only, and not for visitors', async () => {
    const [reader] = readers as [TestUser];

    expect((await reader.post('/api/articles/nothing/favorite')).status).toBe(404);
    expect((await reader.delete('/api/articles/nothing/favorite')).status).toBe(404);
    expect((await conduit.client.post('/api/articles/liked/favorite')).status).toBe(401);
    expect((await conduit.client.delete('/api/articles/liked/favorite')).status).toBe(401);
  });

  async function countFavorites(slug: string): Promise<number> {
    const response = await conduit.client.get(`/api/articles/${slug}`);
    return response.json<{ article: { favoritesCount: number } }>().article.favoritesCount;
  }
});
