import { Inject, Module, provide, Route, type Scope, token, View } from '../../src/index';
import { startWire, stopKernels } from '../support/wire-kernel';
import { RawConnection, toRequest } from '../support/raw-http';

afterEach(stopKernels);

const USER = token<string>('USER');

@Route('/user')
class UserView extends View {
  constructor(@Inject(USER) private readonly user: string) {
    super();
  }
  get() {
    return this.user;
  }
}

const factories = {
  kept: () => Promise.resolve('Ada') as unknown as string,
  // Nobody else could catch it.
  broken: () => Promise.reject(new Error('There is no user.')) as unknown as string,
};

describe('a factory that returns a promise where everything is built at once', () => {
  it.each<[keyof typeof factories, Scope]>([
    ['kept', 'request'],
    ['broken', 'request'],
    ['kept', 'transient'],
    ['broken', 'transient'],
  ])(
    'which is %s, in the scope %s, is answered 500, and the log names the provider and the way',
    async (how, scope) => {
      const provider = provide(USER, { inject: [], scope, useFactory: factories[how] });
      const { origin, log } = await startWire({ routes: [UserView], providers: [provider] });

      const { status } = await new RawConnection(origin).write(toRequest('GET /user')).readAnswer();

      expect(status).toBe(500);
      expect(log.readErrors()).toEqual([
        `The factory of USER returned a promise, but in the scope '${scope}' everything is built at once. Leave out the scope, so that it runs once at the start; or let middleware set the value: @Middleware({ provides: [USER] }) and request.scope.set(USER, await …).`,
      ]);
    },
  );

  it('stops the start where a singleton is made of it', async () => {
    const NAME = token<string>('NAME');
    @Module({
      providers: [
        provide(USER, { inject: [], scope: 'transient', useFactory: factories.broken }),
        provide(NAME, { inject: [USER], useFactory: (user) => user }),
      ],
    })
    class Users {}

    await expect(startWire({ imports: [Users] })).rejects.toThrow("but in the scope 'transient' everything is built");
  });
});
