import { Delete, Get, Head, HttpResponse, NotFoundError, Options, Patch, Post, Put } from '../../src/index';

// Each refusal stands beside what is accepted. The compiler is the test: ts-jest reports what it finds.
describe('what a view method may return', () => {
  it('refuses a method that returns nothing, for every HTTP method', () => {
    class Forgetful {
      // @ts-expect-error returns nothing
      @Get() get(): void {}
      // @ts-expect-error returns nothing
      @Post() post(): void {}
      // @ts-expect-error returns nothing
      @Put('/sub') put() {}
      // @ts-expect-error returns nothing
      @Patch('/sub', { name: 'patch' }) patch() {}
      // @ts-expect-error returns nothing
      @Delete({ status: 200 }) delete() {}
      // @ts-expect-error returns nothing
      @Head() head(): undefined {}
      // @ts-expect-error returns nothing
      @Options({ status: 201 }) options() {}
    }

    expect(Forgetful).toBeDefined();
  });

  it('refuses an asynchronous method that returns nothing', () => {
    class Forgetful {
      // @ts-expect-error resolves to nothing
      @Get() async get(): Promise<void> {
        await Promise.resolve();
      }
      // @ts-expect-error resolves to nothing
      @Post({ status: 201 }) post(): Promise<undefined> {
        return Promise.resolve(undefined);
      }
    }

    expect(Forgetful).toBeDefined();
  });

  it('accepts a method that returns nothing where the status has no body', () => {
    class Empty {
      @Delete({ status: 204 }) delete(): void {}
      @Put('/reset', { status: 205 }) async put(): Promise<void> {
        await Promise.resolve();
      }
      @Get({ status: 304 }) get(): void {}
    }

    expect(Empty).toBeDefined();
  });

  it('accepts a method that returns something, may return nothing, or never returns', () => {
    class Answers {
      @Get() text(): string {
        return 'a';
      }
      @Get('/response') response(): Promise<HttpResponse> {
        return Promise.resolve(new HttpResponse('a'));
      }
      @Get('/maybe') maybe(): string | undefined {
        return undefined;
      }
      @Get('/never') never(): never {
        throw new NotFoundError();
      }
      @Get('/any') any(): unknown {
        return null;
      }
      @Get('/parameters') parameters(id: number, name?: string): unknown {
        return [id, name];
      }
    }

    expect(Answers).toBeDefined();
  });
});
