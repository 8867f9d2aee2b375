import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';
import type { TestUser } from '../testing/test-user';
import type { CommentAnswer, CommentsAnswer } from './comment.dto';

describe.each(databases)('comments, on $name', (kind) => {
  let conduit: Conduit;
  let jane: TestUser;
  let john: TestUser;

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
    jane = await conduit.register('jane');
    john = await conduit.register('john');
    await jane.write('Discussed');
    await jane.write('Ignored');
  });

  afterAll(() => conduit.stop());

  it('are added by users, and shown to visitors, the newest first', async () => {
    const response = await say(john, 'First');
    await say(jane, 'Second');

    expect(response.status).toBe(200);
    expect(response.json()).toEqual({
      comment: {
        id: expect.any(Number) as number,
        createdAt: expect.stringMatching(/\.\d{3}Z$/) as string,
        updatedAt: expect.stringMatching(/\.\d{3}Z$/) as string,
        body: 'First',
        author: { username: 'john', bio: null, image: null, following: false },
      },
    });
    expect((await readComments('discussed')).map(({ body }) => body)).toEqual(['Second', 'First']);
    expect(await readComments('ignored')).toEqual([]);
  });

  it('show users whom they follow', async () => {
    await say(john, 'Hear me');
    await jane.post('/api/profiles/john/follow');

    const { comments } = (await jane.get('/api/articles/discussed/comments')).json<CommentsAnswer>();

    expect(comments.find(({ body }) => body === 'Hear me')).toMatchObject({
      author: { username: 'john', following: true },
    });
  });

  it('take as many queries however many they are', async () => {
    const queries = jest.spyOn(conduit.source.logger, 'logQuery').mockClear();

    await jane.get('/api/articles/discussed/comments');

    // Who asks, the article, and its comments.
    expect(queries).toHaveBeenCalledTimes(3);
  });

  it('are deleted by who said them', async () => {
    const { comment } = (await say(john, 'Sorry')).json<CommentAnswer>();
    const url = `/api/articles/discussed/comments/${String(comment.id)}`;

    const foreign = await jane.delete(url);
    const visiting = await conduit.client.delete(url);
    const misplaced = await john.delete(url.replace('discussed', 'ignored'));
    const own = await john.delete(url);
    const again = await john.delete(url);

    expect([foreign, visiting, misplaced, own, again].map(({ status }) => status)).toEqual([403, 401, 404, 204, 404]);
    expect((await readComments('discussed')).map(({ body }) => body)).not.toContain('Sorry');
  });

  it.each(['2147483648', 'first'])('are no others than there are: %s', async (id) => {
    expect((await john.delete(`/api/articles/discussed/comments/${id}`)).status).toBe(404);
  });

  it('belong to an article', async () => {
    expect((await conduit.client.get('/api/articles/nothing/comments')).status).toBe(404);
    expect((await jane.post('/api/articles/nothing/comments', { body: { comment: { body: 'Hi' } } })).status).toBe(404);
  });

  it('say something', async () => {
    const response = await say(jane, '');

    expect(response.status).toBe(422);
    expect(response.json()).toEqual({ errors: { body: ['body must be longer than or equal to 1 characters'] } });
  });

  it('are not added by visitors', async () => {
    const body = { comment: { body: 'Hi' } };

    expect((await conduit.client.post('/api/articles/discussed/comments', { body })).status).toBe(401);
  });

  function say(user: TestUser, body: string) {
    return user.post('/api/articles/discussed/comments', { body: { comment: { body } } });
  }

  async function readComments(slug: string) {
    return (await conduit.client.get(`/api/articles/${slug}/comments`)).json<CommentsAnswer>().comments;
  }
});
