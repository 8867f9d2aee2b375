import { Body, Get, Head, Header, Module, Post, Query, RawBody, Route } from '../../src/index';
import { readRefusal } from './start-kernel';

describe('start faults of parameters', () => {
  it('names the bytes of a body that is never read', async () => {
    @Route('/a')
    class AView {
      @Head() head(@RawBody() bytes: Buffer) {
        return bytes;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'AView.head binds @RawBody, but answers HEAD, whose body is never read.\n' +
        '  Answer POST, PUT or PATCH, or bind the values with @Query. [Q315]',
    );
  });

  it('names a second @Body', async () => {
    class Note {}
    @Route('/a')
    class AView {
      @Post() post(@Body() one: Note, @Query('q') q: string, @Body() two: Note) {
        return [one, q, two];
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toContain(
      'AView.post binds @Body to parameters 1 and 3, but a request has one body.\n' +
        '  Bind it once, to a class that has the fields of all of them. [Q314]',
    );
  });

  it('names a parameter with two decorators', async () => {
    @Route('/a')
    class AView {
      @Get() get(@Query('a') @Header('b') value: string) {
        return value;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Parameter 1 of AView.get has more than one decorator, each of which would give it another value.\n' +
        '  Keep one of them. [Q313]',
    );
  });
});
