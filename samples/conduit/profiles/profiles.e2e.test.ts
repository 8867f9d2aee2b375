import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';
import type { TestUser } from '../testing/test-user';

describe.each(databases)('profiles, on $name', (kind) => {
  let conduit: Conduit;
  let jane: TestUser;

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
    jane = await conduit.register('jane');
    await conduit.register('john');
  });

  afterAll(() => conduit.stop());

  it('are shown to visitors, who follow nobody', async () => {
    const response = await conduit.client.get('/api/profiles/JOHN');

    expect(response.status).toBe(200);
    expect(response.json()).toEqual(describeJohn({ following: false }));
  });

  it('are followed and left again, twice as well as once', async () => {
    const answers = [
      await jane.post('/api/profiles/john/follow'),
      await jane.post('/api/profiles/john/follow', { body: { ignored: true } }),
      await jane.get('/api/profiles/john'),
      await jane.delete('/api/profiles/john/follow'),
      await jane.delete('/api/profiles/john/follow'),
      await jane.get('/api/profiles/john'),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200]);
    expect(answers.map((answer) => answer.json<object>())).toEqual(
      [true, true, true, false, false, false].map((following) => describeJohn({ following })),
    );
  });

  it('are followed once by a client that is in a hurry', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => jane.post('/api/profiles/john/follow')));

    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200));
    expect(await conduit.source.query('SELECT count(*)::int FROM follows')).toEqual([{ count: 1 }]);
  });

  it('are not followed by visitors', async () => {
    expect((await conduit.client.post('/api/profiles/john/follow')).status).toBe(401);
    expect((await conduit.client.delete('/api/profiles/john/follow')).status).toBe(401);
  });

  it('are only those of users', async () => {
    const answers = await Promise.all([
      conduit.client.get('/api/profiles/nobody'),
      jane.post('/api/profiles/nobody/follow'),
      jane.delete('/api/profiles/nobody/follow'),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404]);
    expect(answers[0].json()).toEqual({ errors: { body: ['There is no user nobody.'] } });
  });

  it('are found by names in any script', async () => {
    await conduit.client.post('/api/users', {
      body: { user: { username: 'Ärzte/東京 %', email: 'a@example.com', password: 'correct horse' } },
    });

    const response = await conduit.client.get(`/api/profiles/${encodeURIComponent('ärzte/東京 %')}`);

    expect(response.json()).toMatchObject({ profile: { username: 'Ärzte/東京 %' } });
  });

  function describeJohn({ following }: { readonly following: boolean }) {
    return { profile: { username: 'john', bio: null, image: null, following } };
  }
});
