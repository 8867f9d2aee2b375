import { expect as importedExpect } from '@jest/globals';

import { Get, HttpResponse, Injectable, Module, NotFoundError, Route, Setting, Settings } from '../../src/index';
import { createTestKernel, type TestKernel, type TestResponse } from '../../src/testing/index';
import { matchers } from '../../src/testing/jest';

@Route('/notes')
class NotesView {
  @Get()
  list() {
    return [];
  }

  @Get('lost')
  lose(): string {
    throw new NotFoundError('There is no such note.');
  }

  @Get('wrong')
  lie() {
    const body = JSON.stringify({ status: 404, title: 'Not Found' });
    return new HttpResponse(body, { status: 400, headers: { 'content-type': 'application/problem+json' } });
  }
}

@Module({ routes: [NotesView] })
class AppModule {}

describe('the matchers', () => {
  let kernel: TestKernel;
  let list: TestResponse;
  let lost: TestResponse;

  beforeAll(async () => {
    kernel = await createTestKernel(AppModule);
    list = await kernel.client.get('/notes');
    lost = await kernel.client.get('/notes/lost');
  });

  afterAll(() => kernel.close());

  function fail(act: () => void): string {
    try {
      act();
    } catch (error) {
      return (error as Error).message;
    }
    return 'It passed.';
  }

  it('compare the status, and show the body where it is another one', () => {
    expect(list).toHaveStatus(200);
    expect(list).not.toHaveStatus(404);
    expect(
      fail(() => {
        expect(list).toHaveStatus(201);
      }),
    ).toBe('Expected the status to be 201, but it is 200.\n\nBody: []');
    expect(
      fail(() => {
        expect(list).not.toHaveStatus(200);
      }),
    ).toBe('Expected the status not to be 200, but it is 200.\n\nBody: []');
  });

  it('compare problems by the fields that are named', async () => {
    expect(lost).toBeProblem();
    expect(lost).toBeProblem({ status: 404, title: 'Not Found', detail: 'There is no such note.' });
    expect(list).not.toBeProblem();
    expect(lost).not.toBeProblem({ title: 'Gone' });
    expect(
      fail(() => {
        expect(list).toBeProblem();
      }),
    ).toBe('Expected a problem, but the content type is application/json; charset=utf-8.\n\nBody: []');
    expect(
      fail(() => {
        expect(lost).toBeProblem({ status: 410, type: 'about:blank#gone' });
      }),
    ).toContain(
      'Expected a problem, but its status is 404 in place of 410 and its type is "about:blank" in place of "about:blank#gone".',
    );
    expect(
      fail(() => {
        expect(lost).not.toBeProblem({ status: 404 });
      }),
    ).toContain('Expected no problem like this one.');
    const wrong = await kernel.client.get('/notes/wrong');
    expect(
      fail(() => {
        expect(wrong).toBeProblem();
      }),
    ).toContain('but it says 404, but is answered with 400.');
  });

  it('refuse what is no response', async () => {
    const message = 'toHaveStatus looks at a response of a test client, but was given an object. Was it awaited?';

    const asked = kernel.client.get('/notes');
    expect(
      fail(() => {
        expect(asked).toHaveStatus(200);
      }),
    ).toBe(message);
    await asked;
    expect(() => {
      expect(undefined).toBeProblem();
    }).toThrow(TypeError);
  });

  it('check a module, warnings included, and tell what is wrong with it', async () => {
    @Injectable()
    class Unused {}
    class AppSettings extends Settings {
      @Setting(String) key!: string;
    }
    @Module({ routes: [NotesView], providers: [Unused], settings: AppSettings })
    class Warned {}

    await expect(AppModule).toPassChecks();
    await expect(Warned).not.toPassChecks();
    await expect(expect(Warned).toPassChecks({ env: { KEY: 'k' } })).rejects.toThrow(
      'Expected Warned to pass its checks, but:\n\nwarning: Warned provides Unused, which no view, middleware or plugin needs.\n  Remove it',
    );
    await expect(expect(Warned).toPassChecks()).rejects.toThrow('but:\n\nerror: KEY is not set, and AppSettings.key');
    await expect(expect(AppModule).not.toPassChecks()).rejects.toThrow(
      'Expected AppModule not to pass its checks, but nothing is wrong with it.',
    );
    await expect(expect('AppModule').toPassChecks()).rejects.toThrow(
      'toPassChecks looks at a module, but was given "AppModule".',
    );
  });

  it('can be added to an expect that is no global, and are typed there', () => {
    importedExpect.extend(matchers);

    importedExpect(list).toHaveStatus(200);
    importedExpect(lost).not.toBeProblem({ status: 500 });
    // @ts-expect-error a status is a number
    importedExpect(list).not.toHaveStatus('200');
    expect(
      fail(() => {
        importedExpect(list).toHaveStatus(404);
      }),
    ).toContain('to be 404');
  });
});
