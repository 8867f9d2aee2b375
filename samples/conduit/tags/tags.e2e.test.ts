import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';

describe.each(databases)('tags, on $name', (kind) => {
  let conduit: Conduit;

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
  });

  afterAll(() => conduit.stop());

  it('are those in use', async () => {
    const jane = await conduit.register('jane');
    await jane.write('One', ['node', 'Änderung', 'api']);
    const slug = await jane.write('Two', ['node', 'rest']);
    await jane.delete(`/api/articles/${slug}`);

    // Also to those with a bad token: it is not looked at.
    const response = await conduit.client.get('/api/tags', { headers: { authorization: 'Token bad' } });

    expect(response.status).toBe(200);
    expect(response.json()).toEqual({ tags: ['api', 'node', 'Änderung'] });
  });
});
