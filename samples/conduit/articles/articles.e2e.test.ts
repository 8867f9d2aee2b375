import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';
import type { TestUser } from '../testing/test-user';
import type { ArticleAnswer, ArticleDto } from './article.dto';

const draft = {
  title: 'How to train',
  description: 'Ever wonder?',
  body: 'It takes a dragon',
  tagList: ['b', 'a', 'b'],
};

describe.each(databases)('articles, on $name', (kind) => {
  let conduit: Conduit;
  let jane: TestUser;
  let john: TestUser;

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
    jane = await conduit.register('jane');
    john = await conduit.register('john');
  });

  afterAll(() => conduit.stop());

  it('are created by users, with their tags in order and once each', async () => {
    const response = await jane.post('/api/articles', { body: { article: draft } });

    expect(response.status).toBe(201);
    expect(response.json()).toEqual({
      article: {
        slug: 'how-to-train',
        title: 'How to train',
        description: 'Ever wonder?',
        body: 'It takes a dragon',
        tagList: ['b', 'a'],
        createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/) as string,
        updatedAt: expect.stringMatching(/Z$/) as string,
        favorited: false,
        favoritesCount: 0,
        author: { username: 'jane', bio: null, image: null, following: false },
      },
    });
  });

  it('are shown to visitors', async () => {
    const slug = await jane.write('Shown');

    const response = await conduit.client.get(`/api/articles/${slug}`);

    expect(response.status).toBe(200);
    expect(response.json()).toMatchObject({ article: { slug: 'shown', title: 'Shown', body: 'All of Shown' } });
  });

  it('have slugs in the script of their title', async () => {
    const slug = await jane.write('东京 & 京都');

    const response = await conduit.client.get(`/api/articles/${encodeURIComponent(slug)}`);

    expect(slug).toBe('东京-京都');
    expect(response.json()).toMatchObject({ article: { title: '东京 & 京都' } });
  });

  it('are found by the longest slug there can be', async () => {
    const slug = await jane.write('word '.repeat(60).trim());
    const other = await jane.write('word '.repeat(60).trim());

    expect((await conduit.client.get(`/api/articles/${slug}`)).status).toBe(200);
    expect((await conduit.client.get(`/api/articles/${other}`)).status).toBe(200);
  });

  it('have slugs of their own, when fifty with one title are created at once', async () => {
    const slugs = await Promise.all(Array.from({ length: 50 }, () => john.write('The same')));

    expect(new Set(slugs).size).toBe(50);
    expect(slugs).toContain('the-same');
    expect(slugs.every((slug) => /^the-same(-[\da-f]{8})?$/.test(slug))).toBe(true);
  });

  it('are told all that is wrong at once', async () => {
    const response = await jane.post('/api/articles', { body: { article: { title: '', tagList: 'a' } } });

    expect(response.status).toBe(422);
    expect(response.json<{ errors: { body: string[] } }>().errors.body).toEqual(
      expect.arrayContaining([
        'title must be longer than or equal to 1 characters',
        'tagList must be an array',
        'body must be a string',
      ]),
    );
  });

  it('change what is given, and keep their slug with their title', async () => {
    const slug = await jane.write('Kept');
    const { article: before } = (await jane.get(`/api/articles/${slug}`)).json<ArticleAnswer>();

    // As clients do: the whole article, with one change.
    const response = await jane.put(`/api/articles/${slug}`, { body: { article: { ...before, body: 'Changed' } } });

    const { article: after } = response.json<ArticleAnswer>();
    expect(after).toEqual({ ...before, body: 'Changed', updatedAt: after.updatedAt });
    expect(after.updatedAt > before.updatedAt).toBe(true);
  });

  it('have a new slug under a new title, and the old one no more', async () => {
    const slug = await jane.write('Old title');
    await jane.write('New title');

    const response = await jane.put(`/api/articles/${slug}`, { body: { article: { title: 'New title' } } });

    const { article } = response.json<ArticleAnswer>();
    expect(article).toMatchObject({ title: 'New title', body: 'All of Old title' });
    expect(article.slug).toMatch(/^new-title-[\da-f]{8}$/);
    expect((await jane.get('/api/articles/old-title')).status).toBe(404);
  });

  it('are deleted, with all that belongs to them', async () => {
    const slug = await jane.write('Gone');
    await john.post(`/api/articles/${slug}/favorite`);
    await john.post(`/api/articles/${slug}/comments`, { body: { comment: { body: 'Nice' } } });

    const response = await jane.delete(`/api/articles/${slug}`);

    expect(response).toMatchObject({ status: 204, text: '' });
    expect((await jane.get(`/api/articles/${slug}`)).status).toBe(404);
  });

  it.each(['put', 'delete'] as const)('belong to their author: %s', async (method) => {
    const slug = await jane.write(`Mine, not to ${method}`);
    const body = { article: { title: 'Yours' } };

    const foreign = await john[method](`/api/articles/${slug}`, { body });
    const missing = await john[method]('/api/articles/nothing', { body });
    const visiting = await conduit.client[method](`/api/articles/${slug}`, { body });

    expect([foreign.status, missing.status, visiting.status]).toEqual([403, 404, 401]);
    expect(foreign.json()).toEqual({ errors: { body: ['The article belongs to another user.'] } });
    expect(missing.json()).toEqual({ errors: { body: ['There is no article nothing.'] } });
  });

  it('are created by users only', async () => {
    expect((await conduit.client.post('/api/articles', { body: { article: draft } })).status).toBe(401);
  });

  it('refuse a text that no database can keep', async () => {
    const article = { ...draft, title: 'Null', body: 'a\u0000b' };

    const response = await jane.post('/api/articles', { body: { article } });

    expect(response.status).toBe(422);
    expect(response.json()).toEqual({ errors: { body: ['A text contains the character U+0000.'] } });
  });

  it('take back what they have written when something fails later', async () => {
    const count = () => conduit.source.query<ArticleDto[]>("SELECT slug FROM articles WHERE title = 'Undone'");
    await conduit.source.query('ALTER TABLE favorites RENAME TO hidden');

    const response = await jane
      .post('/api/articles', { body: { article: { ...draft, title: 'Undone' } } })
      .catch(() => undefined);
    await conduit.source.query('ALTER TABLE hidden RENAME TO favorites');

    expect(response?.status ?? 500).toBe(500);
    expect(await count()).toEqual([]);
  });
});
