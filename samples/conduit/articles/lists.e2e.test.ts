import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';
import type { TestUser } from '../testing/test-user';
import type { ArticlesAnswer } from './article.dto';

describe.each(databases)('lists of articles, on $name', (kind) => {
  let conduit: Conduit;
  let jane: TestUser;
  let john: TestUser;

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
    jane = await conduit.register('Jane');
    john = await conduit.register('John');
    await conduit.register('Newcomer');
    for (let number = 1; number <= 25; number++)
      await jane.write(`Jane ${String(number)}`, number % 5 ? ['odd'] : ['five']);
    for (let number = 1; number <= 5; number++) await john.write(`John ${String(number)}`, ['odd', 'john']);
    await john.post('/api/articles/jane-5/favorite');
    await john.post('/api/articles/jane-6/favorite');
    await john.post('/api/profiles/Jane/follow');
  });

  afterAll(() => conduit.stop());

  it('have the newest first, twenty on a page, and count all', async () => {
    const { articles, articlesCount } = await list('');

    expect(articlesCount).toBe(30);
    expect(articles).toHaveLength(20);
    expect(articles.slice(0, 6).map(({ slug }) => slug)).toEqual([
      'john-5',
      'john-4',
      'john-3',
      'john-2',
      'john-1',
      'jane-25',
    ]);
  });

  it('have articles without a body', async () => {
    const { articles } = await list('?limit=1');

    expect(Object.keys(articles[0] ?? {}).sort()).toEqual([
      'author',
      'createdAt',
      'description',
      'favorited',
      'favoritesCount',
      'slug',
      'tagList',
      'title',
      'updatedAt',
    ]);
  });

  it.each([
    ['?limit=2&offset=4', 30, ['john-1', 'jane-25']],
    ['?offset=29', 30, ['jane-1']],
    ['?offset=100', 30, []],
    ['?tag=john&limit=1', 5, ['john-5']],
    ['?author=jANE&tag=five&limit=2', 5, ['jane-25', 'jane-20']],
    ['?favorited=john', 2, ['jane-6', 'jane-5']],
    ['?favorited=john&tag=five&author=jane', 1, ['jane-5']],
    ['?favorited=jane', 0, []],
    ['?author=nobody', 0, []],
    ['?tag=', 0, []],
  ])('are filtered and cut: %s', async (query, count, slugs) => {
    const { articles, articlesCount } = await list(query);

    expect(articlesCount).toBe(count);
    expect(articles.map(({ slug }) => slug)).toEqual(slugs);
  });

  it('give a hundred at most', async () => {
    expect((await list('?limit=100')).articles).toHaveLength(30);
  });

  it.each([
    ['?limit=101', 'limit must not be greater than 100'],
    ['?limit=0', 'limit must not be less than 1'],
    ['?offset=-1', 'offset must not be less than 0'],
    ['?limit=many', expect.stringContaining('limit') as string],
  ])('refuse %s', async (query, message) => {
    const response = await conduit.client.get(`/api/articles${query}`);

    expect(response.status).toBe(422);
    expect(response.json()).toEqual({ errors: { body: [message] } });
  });

  it('show users what they like and whom they follow', async () => {
    const { articles } = (await john.get('/api/articles?author=Jane&limit=25')).json<ArticlesAnswer>();

    expect(articles.filter(({ favorited }) => favorited).map(({ slug }) => slug)).toEqual(['jane-6', 'jane-5']);
    expect(articles.map(({ favoritesCount }) => favoritesCount).reduce((sum, count) => sum + count)).toBe(2);
    expect(articles.every(({ author }) => author.following)).toBe(true);
  });

  it('are fed by those whom one follows', async () => {
    const fed = (await john.get('/api/articles/feed?limit=2&offset=1')).json<ArticlesAnswer>();
    const hungry = (await jane.get('/api/articles/feed')).json<ArticlesAnswer>();

    expect(fed).toMatchObject({ articlesCount: 25, articles: [{ slug: 'jane-24' }, { slug: 'jane-23' }] });
    expect(hungry).toEqual({ articlesCount: 0, articles: [] });
  });

  it('feed no visitor', async () => {
    expect((await conduit.client.get('/api/articles/feed')).status).toBe(401);
  });

  it.each(['/api/articles?limit=1', '/api/articles?limit=100', '/api/articles/feed?limit=25'])(
    'take as many queries however long they are: %s',
    async (url) => {
      const queries = jest.spyOn(conduit.source.logger, 'logQuery').mockClear();

      await john.get(url);

      // Who asks, how many there are, and the page.
      expect(queries).toHaveBeenCalledTimes(3);
    },
  );

  async function list(query: string): Promise<ArticlesAnswer> {
    return (await conduit.client.get(`/api/articles${query}`)).json<ArticlesAnswer>();
  }
});
