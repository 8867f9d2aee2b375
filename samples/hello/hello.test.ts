import 'quintet/testing/jest';

import { createTestKernel, fake, type TestKernel, testView } from 'quintet/testing';
import { Greetings, HelloModule, HelloView } from './hello';

describe('the view, without a framework', () => {
  it('shows the greeting', () => {
    const view = new HelloView(fake(Greetings, { greet: () => 'Good day.' }));

    expect(view.show('Ada')).toEqual({ greeting: 'Good day.' });
  });

  it('greets who is named', () => {
    const greet = jest.fn((name: string) => `Good day, ${name}.`);

    new HelloView(fake(Greetings, { greet })).show('Ada');

    expect(greet).toHaveBeenCalledWith('Ada');
  });
});

describe('the view, asked over HTTP', () => {
  it('reads the name from the path', async () => {
    const view = await testView(HelloView, { with: [fake(Greetings, { greet: (name) => `Good day, ${name}.` })] });

    const response = await view.get('/hello/Ada%20Lovelace');

    expect(response.json()).toEqual({ greeting: 'Good day, Ada Lovelace.' });
  });

  it('is given the greetings', async () => {
    const view = await testView(HelloView);

    const response = await view.get('/hello/Ada');

    expect(response.built(Greetings)).toBeInstanceOf(Greetings);
  });
});

describe('the application', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(HelloModule);
  });

  afterAll(() => kernel.close());

  it('passes its checks', async () => {
    await expect(HelloModule).toPassChecks();
  });

  it('greets', async () => {
    const response = await kernel.client.get('/hello/Ada');

    expect(response).toHaveStatus(200);
    expect(response.json()).toEqual({ greeting: 'Hello, Ada!' });
    expect(response.answeredBy).toBe('HelloView.show');
  });

  it('greets nobody without a name', async () => {
    const response = await kernel.client.get('/hello');

    expect(response).toBeProblem({ status: 404, title: 'Not Found' });
  });

  it('greets as it is told to, with a part replaced', async () => {
    const polite = await createTestKernel(HelloModule, { with: [fake(Greetings, { greet: () => 'Good day.' })] });

    const response = await polite.client.get('/hello/Ada');
    await polite.close();

    expect(response.json()).toEqual({ greeting: 'Good day.' });
  });
});
