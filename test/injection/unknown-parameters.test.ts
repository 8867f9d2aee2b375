import { Get, Inject, Injectable, Module, path, provide, token, type Token } from '../../src/index';
import { closeKernels, readRefusal } from '../kernel/start-kernel';

afterEach(closeKernels);

interface Mailer {
  send(): void;
}

@Injectable({ scope: 'request' })
class Session {}

class Base {
  @Get() get() {
    return 1;
  }
}

describe('a parameter of unknown type', () => {
  const unknown = (place: string, why: string, fix: string) =>
    `Nothing tells what to inject into ${place}: ${why}.\n  ${fix} [Q202]`;

  it('is an interface, text, a function or a class imported as a type', async () => {
    @Injectable()
    class Notes {
      constructor(
        readonly mailer: Mailer,
        readonly name: string,
        readonly done: () => void,
      ) {}
    }
    @Module({ providers: [Notes] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        unknown(
          'Notes, parameter "mailer" (1st)',
          'its type is an interface, a union or the like, of which nothing is left at run time',
          'Inject it by a token, @Inject(TOKEN); a class that may be missing by @Inject(TheClass, { optional: true }).',
        ),
        unknown(
          'Notes, parameter "name" (2nd)',
          'its type is String, which says nothing about the value',
          'Inject it by a token, @Inject(TOKEN).',
        ),
        unknown(
          'Notes, parameter "done" (3rd)',
          'its type is a class that was imported with `import type`, or a function',
          'Import the class as a value, without `type`; inject a function by a token, @Inject(TOKEN).',
        ),
      ].join('\n'),
    );
  });

  it('is of a class without decorator', async () => {
    class AView extends Base {
      constructor(readonly session: Session) {
        super();
      }
    }
    @Module({ routes: [path('/a', AView)] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      unknown(
        'AView, parameter "session" (1st)',
        'AView has no decorator, without which compilers emit no types',
        'Decorate AView with @Injectable(), or write @Inject(TheClass) at each of its parameters.',
      ),
    );
  });

  it('is of a class for which the compiler emitted none, though another parameter has a token', async () => {
    class Notes {
      constructor(
        readonly session: Session,
        readonly other: Session,
      ) {}
    }
    Injectable()(Notes);
    Inject(Session)(Notes as never, undefined, 1);
    @Module({ providers: [Notes] })
    class Root {}

    expect(await readRefusal(Root)).toContain(
      unknown(
        'Notes, parameter "session" (1st)',
        'the compiler emitted no types for Notes',
        "Set emitDecoratorMetadata in tsconfig.json; with esbuild or tsx, which cannot emit types, write @Inject(TheClass) at each parameter. If types are emitted, import 'reflect-metadata' before the file of Notes is loaded.",
      ),
    );
  });

  it('is of a class, or has a token, that was not loaded yet', async () => {
    @Injectable()
    class Notes {
      constructor(
        readonly session: Session,
        @Inject(undefined as unknown as Token<Mailer>) readonly mailer: Mailer,
        readonly kind: Mailer,
      ) {}
    }
    // What tsc emits in a circle of imports, and what swc emits for an enum.
    Reflect.defineMetadata('design:paramtypes', [undefined, Object, { a: 'a' }], Notes);
    @Module({ providers: [Notes] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        unknown(
          'Notes, parameter "session" (1st)',
          'its class was not loaded yet when Notes was, because files import each other in a circle',
          'Move one of the two classes into a file that does not import the other one.',
        ),
        unknown(
          'Notes, parameter "mailer" (2nd)',
          'the token given for it is undefined, because it is not exported, or files import each other in a circle',
          'Move the token into a file that imports neither of them.',
        ),
        unknown(
          'Notes, parameter "kind" (3rd)',
          'its type is an enum, which says nothing about the value',
          'Inject it by a token, @Inject(TOKEN).',
        ),
      ].join('\n'),
    );
  });

  it('may be an undefined token of a factory, and is named by its position where the source does not tell', async () => {
    const FACTORY = token<number>('FACTORY');
    @Injectable()
    class Notes {
      readonly mailer: Mailer;
      constructor({ ...mailer }: Mailer) {
        this.mailer = mailer;
      }
    }
    @Module({ providers: [provide(FACTORY, { inject: [undefined as never], useFactory: () => 1 }), Notes] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        unknown(
          'FACTORY (1st of inject)',
          'the token given for it is undefined, because it is not exported, or files import each other in a circle',
          'Move the token into a file that imports neither of them.',
        ),
        unknown(
          'Notes, 1st parameter',
          'its type is an interface, a union or the like, of which nothing is left at run time',
          'Inject it by a token, @Inject(TOKEN); a class that may be missing by @Inject(TheClass, { optional: true }).',
        ),
      ].join('\n'),
    );
  });
});
