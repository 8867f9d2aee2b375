import {
  Injectable,
  type Kernel,
  Module,
  type OnStart,
  provide,
  RequestScope,
  Route,
  token,
  View,
} from '../../src/index';
import type { TokenOf } from '../../src/metadata/token';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

const CHECK = token<number>('CHECK');
const NOBODY = token<string>('NOBODY');

@Injectable({ scope: 'request' })
class Visit {}
@Injectable()
class Clock {}
@Injectable()
class Started implements OnStart {
  onStart() {
    return undefined;
  }
}
@Injectable()
class Torn {
  constructor(readonly name: string) {}
}
class Plain {}

const tokens: Readonly<Record<string, TokenOf<unknown>>> = { CHECK, NOBODY, Visit, Clock, Started, Torn, Plain };

@Route('/:name')
class AskingView extends View {
  constructor(private readonly scope: RequestScope) {
    super();
  }
  get() {
    const asked = tokens[String(this.params['name'])] as TokenOf<object>;
    try {
      return [this.scope.get(asked), this.scope.get(asked)].map(
        (each, _, all) => each === all[0] && each.constructor.name,
      );
    } catch (error) {
      return (error as Error).message;
    }
  }
}

@Module({
  routes: [AskingView],
  providers: [provide(CHECK, { useValue: 1, multi: true }), provide(CHECK, { useValue: 2, multi: true })],
})
class Root {}

describe('request.scope.get of what nothing has needed so far', () => {
  it.each([
    ['an object of the request', 'Visit'],
    ['a singleton', 'Clock'],
  ])('builds %s', async (_, name) => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, `/${name}`)).body).toEqual([name, name]);
  });

  it('says where a token has several values', async () => {
    const kernel = await startKernel(Root);

    expect(await askText(kernel, '/CHECK')).toBe(
      'CHECK has several values, provided with `multi: true` by Root, but one is asked for: request.scope.get.\n' +
        "  Inject them all, with tsyringe's @injectAll(CHECK); from a container, take resolveAll(CHECK). [Q213]",
    );
  });

  it.each([
    [
      'NOBODY',
      'Nothing provides NOBODY. Let middleware with `provides: [NOBODY]` set it, or add provide(NOBODY, …) to the providers of a module.',
    ],
    [
      'Plain',
      'Nothing provides Plain. Decorate it with @Injectable(), or add provide(Plain, …) to the providers of a module.',
    ],
    [
      'Torn',
      'Nothing tells what to inject into Torn, parameter "name" (1st): its type is String, which says nothing about the value.\n' +
        '  Inject it by a token, @Inject(TOKEN). [Q202]',
    ],
    [
      'Started',
      'Started has onStart, but nothing that the kernel knows needed it when it started.\n' +
        '  Add Started to the providers of a module. [Q216]',
    ],
  ])('says what is wrong with %s', async (name, message) => {
    const kernel = await startKernel(Root);

    expect(await askText(kernel, `/${name}`)).toBe(message);
  });
});

async function askText(kernel: Kernel, url: string): Promise<string> {
  return (await kernel.server.inject({ url })).payload;
}
