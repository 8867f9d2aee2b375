// Passes in every kind of Jest that a user may have: package.test.ts copies it into a project outside the repository.
import 'quintet/testing/jest';

import { createTestKernel, fake, requestFactory, testView } from 'quintet/testing';
import { CLOCK, Notes, NotesModule, NotesView } from './notes';

const notes = fake(Notes, { find: (id) => Promise.resolve(id === 1 ? { id, title: 'A' } : undefined) });
const clock = fake(CLOCK, () => new Date(0));

test('a view without a framework', async () => {
  const view = new NotesView(notes, clock);

  expect(await view.show(1)).toEqual({ id: 1, title: 'A', at: new Date(0) });
});

// Neither the view nor the kernel is closed: Jest ends nevertheless.
test('a view alone', async () => {
  const view = await testView(NotesView, { with: [notes, clock] });

  const response = await view.get('/notes/1');

  expect(response.json()).toEqual({ id: 1, title: 'A', at: '1970-01-01T00:00:00.000Z' });
  expect(response.view).toBeInstanceOf(NotesView);
  expect(response.view.notes).toBe(notes);
});

test('an application, with the types that the compiler emits', async () => {
  const { client } = await createTestKernel(NotesModule, { with: [notes] });

  expect(await client.get('/notes/2')).toBeProblem({ status: 404, title: 'Not Found' });
  expect(await client.get('/notes/one')).toHaveStatus(404);
  expect(await client.post('/notes', { body: { title: 1 } })).toHaveStatus(422);
  expect((await client.post('/notes', { body: { title: 'A' } })).json()).toEqual({ title: 'A' });
});

test('an application on a port', async () => {
  const kernel = await createTestKernel(NotesModule, { with: [notes, clock], socket: true });

  expect(await kernel.client.get('/notes/1')).toHaveStatus(200);
  await kernel.close();
});

test('an error that nobody handled', async () => {
  const { client } = await createTestKernel(NotesModule);

  await expect(client.get('/notes/1')).rejects.toThrow('There is no database.');
});

test('a request', () => {
  expect(requestFactory.get('/notes', { query: { page: 2 } }).query).toEqual({ page: '2' });
});
