import { IsString } from 'class-validator';

import { Body, Get, include, Module, Param, path, Post, Put, Route, View } from '../../src/index';
import { readRefusal } from './start-kernel';

class Note {
  @IsString() title!: string;
}

describe('start faults of views', () => {
  it('names a view without a method that answers', async () => {
    @Route('/plain')
    class PlainView {
      get() {
        return 1;
      }
    }
    @Route('/based')
    class BasedView extends View {}
    @Module({ routes: [PlainView, BasedView] })
    class Root {}
    const fix = '  Decorate one with @Get(), @Post() …, or extend View and name it get, post …. [Q602]';

    expect(await readRefusal(Root)).toBe(
      `PlainView has no method that answers.\n${fix}\nBasedView has no method that answers.\n${fix}`,
    );
  });

  it('names an unbound parameter by its position', async () => {
    @Route('/a/:id')
    class AView {
      @Get() get(@Param('id') id: string, page: number) {
        return [id, page];
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Parameter 2 of AView.get has no decorator, so it would always be undefined.\n' +
        '  Decorate it with @Param, @Query, @Header, @Cookie, @Body, @File, @Req, @Signal or one of createParameter, or remove it. [Q311]',
    );
  });

  it('names the parameters of an override that lost their decorators', async () => {
    class Base {
      @Get('/:id') show(@Param('id') id: string) {
        return id;
      }
    }
    @Route('/a')
    class Child extends Base {
      override show(id: string) {
        return id + id;
      }
    }
    @Module({ routes: [Child] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'Parameter 1 of Child.show has no decorator, so it would always be undefined.\n' +
        '  Decorate it with @Param, @Query, @Header, @Cookie, @Body, @File, @Req, @Signal or one of createParameter, or remove it. [Q311]',
    );
  });

  it('names a @Param that its pattern lacks, once for each pattern', async () => {
    @Route('/a/:id')
    class AView {
      @Get() get(@Param('idd') id: string) {
        return id;
      }
    }
    @Module({ routes: [AView, path('/b/:idd', AView), path('/c', AView)] })
    class Root {}
    const fix = '  Correct the name, or add the parameter to the pattern. [Q312]';

    expect(await readRefusal(Root)).toBe(
      [
        'AView.get binds @Param(\'idd\'), but its pattern /a/:id has no parameter of that name. Did you mean "id"?',
        fix,
        "AView.get binds @Param('idd'), but its pattern /c has no parameter of that name.",
        fix,
      ].join('\n'),
    );
  });

  it('names a body that is never read', async () => {
    @Route('/a')
    class AView {
      @Get() get(@Body() body: Note) {
        return body;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'AView.get binds @Body, but answers GET, whose body is never read.\n' +
        '  Answer POST, PUT or PATCH, or bind the values with @Query. [Q315]',
    );
  });

  it.each([100, 199, 600, 200.5, Number.NaN])('names the status %p', async (status) => {
    @Route('/a')
    class AView {
      @Post({ status }) post() {
        return 1;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      `AView.post has the status ${String(status)}, which no answer can have.\n` +
        '  Give a whole number from 200 to 599. [Q604]',
    );
  });

  it('names two routes with one name, and not the methods of one view', async () => {
    @Route('/a', { name: 'note' })
    class First {
      @Get() get() {
        return 1;
      }
      @Put() put() {
        return 1;
      }
    }
    @Route('/b', { name: 'note' })
    class Second {
      @Get() get() {
        return 1;
      }
    }
    @Module({ routes: [First, Second] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'The name "note" stands for both First.get (/a) and Second.get (/b).\n' +
        '  Rename one of them, or give an include that leads to one of them a name: include(prefix, Module, { name }). [Q006]',
    );
  });

  it('names a faulty pattern with the prefix that leads to it', async () => {
    @Route('/<id>')
    class AView {
      @Get('/sub') get() {
        return 1;
      }
    }
    @Module({ routes: [AView] })
    class Inner {}
    @Module({ routes: [include('/api/:id', Inner), include('/v1', Inner)] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'The pattern "/api/:id/<id>/sub" of AView.get has the segment "<id>", which names no converter.',
        '  Write ":id" or "<str:id>". [Q101]',
        'The pattern "/v1/<id>/sub" of AView.get has the segment "<id>", which names no converter.',
        '  Write ":id" or "<str:id>". [Q101]',
      ].join('\n'),
    );
  });
});
