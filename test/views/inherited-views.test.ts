import {
  createMetadata,
  Get,
  Middleware,
  Module,
  Param,
  path,
  Post,
  Route,
  RouteMatch,
  UseMiddleware,
  type HttpRequest,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const Roles = createMetadata<string>('roles');
const seen: unknown[] = [];

@Middleware()
class Recorder {
  processView(_request: HttpRequest, match: RouteMatch) {
    seen.push(match.all(Roles));
  }
}

@Roles('class')
@UseMiddleware(Recorder)
abstract class Crud<T> {
  protected abstract readonly rows: readonly T[];

  @Get()
  list(): unknown {
    return this.rows;
  }

  @Roles('method')
  @Get('/<int:id>')
  show(@Param('id') id: number) {
    return { row: this.rows[id] };
  }
}

@Route('/numbers')
class Numbers extends Crud<number> {
  protected readonly rows = [10, 20];

  override list() {
    return ['overridden'];
  }
}

@Route('/texts')
class Texts extends Crud<string> {
  protected readonly rows = ['a', 'b'];

  @Post({ status: 202 })
  override list() {
    return ['posted'];
  }
}

@Module({ routes: [Numbers, Texts] })
class Root {}

describe('inherited views', () => {
  it('of one generic base have its routes, each with its own pattern', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/numbers/1')).body).toEqual({ row: 20 });
    expect((await ask(kernel, '/texts/1')).body).toEqual({ row: 'b' });
  });

  it('answer with an override without a decorator as the base does', async () => {
    const kernel = await startKernel(Root);

    expect(await ask(kernel, '/numbers')).toMatchObject({ status: 200, body: ['overridden'] });
  });

  it('answer with an override that has a decorator only as that says', async () => {
    const kernel = await startKernel(Root);

    expect(await ask(kernel, '/texts', 'POST')).toMatchObject({ status: 202, body: ['posted'] });
    expect(await ask(kernel, '/texts')).toMatchObject({ status: 405, headers: { allow: 'POST, OPTIONS' } });
  });

  it('inherit middleware and metadata of the class and of the method', async () => {
    const kernel = await startKernel(Root);
    seen.length = 0;

    await ask(kernel, '/numbers/0');
    await ask(kernel, '/numbers');

    expect(seen).toEqual([['method', 'class'], ['class']]);
  });
});

describe('@Route', () => {
  @Route('/first', { name: 'first' })
  @Route('/second')
  class TwiceView {
    @Get() get() {
      return [];
    }
  }

  it('counts from top to bottom where it stands several times', async () => {
    @Module({ routes: [TwiceView] })
    class TwiceModule {}

    const kernel = await startKernel(TwiceModule);

    expect(kernel.routes.map(({ pattern, name }) => [pattern, name])).toEqual([
      ['/first', 'first'],
      ['/second', undefined],
    ]);
    expect(kernel.reverse(TwiceView)).toBe('/first');
  });

  it('gives way to the pattern of path', async () => {
    @Module({ routes: [path('/third', TwiceView)] })
    class PathModule {}

    const kernel = await startKernel(PathModule);

    expect(kernel.routes.map(({ pattern }) => pattern)).toEqual(['/third']);
    expect((await ask(kernel, '/first')).status).toBe(404);
  });
});
