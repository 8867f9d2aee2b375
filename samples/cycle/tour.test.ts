import 'quintet/testing/jest';

import { createTestKernel, type TestClient, type TestKernel, testView } from 'quintet/testing';
import { Middle, TourModule, TourSettings, TourView } from './tour';

const requestHooks = ['Outer.processRequest', 'Middle.processRequest', 'Inner.processRequest'];
const viewHooks = ['Outer.processView', 'Middle.processView', 'Inner.processView'];
const exceptionHooks = ['Inner.processException', 'Middle.processException', 'Outer.processException'];
const responseHooks = ['Inner.processResponse', 'Middle.processResponse', 'Outer.processResponse'];

let kernel: TestKernel;
let client: TestClient;

beforeAll(async () => {
  kernel = await createTestKernel(TourModule);
  client = kernel.client;
});

beforeEach(() => {
  jest.spyOn(console, 'log').mockImplementation();
});

afterAll(() => kernel.close());

describe('the order', () => {
  it('goes in through the hooks, to the view, and out again', async () => {
    const response = await client.get('/tour');

    expect(response.trace).toEqual([...requestHooks, ...viewHooks, 'TourView.show', ...responseHooks]);
  });

  it('ends where a hook answers the request', async () => {
    const response = await client.get('/tour?request=middle:answer');

    expect(response.trace).toEqual([
      'Outer.processRequest',
      'Middle.processRequest',
      'Middle.processResponse',
      'Outer.processResponse',
    ]);
  });

  it('leaves out the response of the hook that throws', async () => {
    const response = await client.get('/tour?request=middle:not-found');

    expect(response.trace).toEqual(['Outer.processRequest', 'Middle.processRequest', 'Outer.processResponse']);
  });

  it('leaves out the view where a hook answers for it, and no response', async () => {
    const response = await client.get('/tour?view=middle:answer');

    expect(response.trace).toEqual([...requestHooks, 'Outer.processView', 'Middle.processView', ...responseHooks]);
  });

  it('offers what the view throws to all, from the inside out', async () => {
    const response = await client.get('/tour?do=not-found');

    expect(response.trace).toEqual([
      ...requestHooks,
      ...viewHooks,
      'TourView.show',
      ...exceptionHooks,
      ...responseHooks,
    ]);
  });

  it('has no view hooks where no route fits', async () => {
    const response = await client.get('/nowhere');

    expect(response.trace).toEqual([...requestHooks, ...responseHooks]);
    expect(response.match).toBeUndefined();
  });
});

describe('the answer', () => {
  it.each([
    ['the view', '/tour', 'TourView.show'],
    ['a hook before the view is known', '/tour?request=middle:answer', 'Middle.processRequest'],
    ['a hook in place of the view', '/tour?view=middle:answer', 'Middle.processView'],
    ['a hook, for a view that throws', '/tour?do=throw&exception=middle:answer', 'Middle.processException'],
    ['a hook that replaces the response', '/tour?response=middle:answer', 'Middle.processResponse'],
  ])('comes from %s', async (_, url, place) => {
    const response = await client.get(url);

    expect(response).toHaveStatus(200);
    expect(response.answeredBy).toBe(place);
  });

  it('is made from an error that has a status', async () => {
    const response = await client.get('/tour?do=not-found');

    expect(response).toBeProblem({ status: 404, title: 'Not Found', detail: 'The view finds nothing.' });
    expect(response.answeredBy).toBeUndefined();
  });

  it('has what the view read', async () => {
    const response = await client.post('/tour', { body: { a: 1 } });

    expect(response.json()).toEqual({ body: { a: 1 } });
    expect(response.match).toMatchObject({ view: TourView, action: 'keep' });
  });
});

describe('an error that nobody handles', () => {
  it.each([
    ['/tour?do=throw', 'The view throws.'],
    ['/tour?request=middle:throw', 'Middle throws.'],
  ])('is thrown in the test: %s', async (url, message) => {
    await expect(client.get(url)).rejects.toThrow(message);
  });

  it('is a 500 for everybody else', async () => {
    const response = await client.get('/tour?do=throw', { throwErrors: false });

    expect(response).toBeProblem({ status: 500, title: 'Internal Server Error' });
  });
});

describe('the view behind one middleware', () => {
  it('runs the hooks of that one', async () => {
    const view = await testView(TourView, { middleware: [Middle], settings: TourSettings });

    const response = await view.get('/tour');

    expect(response.trace).toEqual([
      'Middle.processRequest',
      'Middle.processView',
      'TourView.show',
      'Middle.processResponse',
    ]);
  });
});

describe('the application', () => {
  it('passes its checks', async () => {
    await expect(TourModule).toPassChecks();
  });
});
