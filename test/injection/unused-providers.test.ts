import type { FastifyPluginCallback } from 'fastify';
import { IsString, Validate, ValidatorConstraint } from 'class-validator';
import { delay, type DependencyContainer, inject, injectAll } from 'tsyringe';

import {
  Body,
  ErrorResponses,
  Get,
  Inject,
  Injectable,
  Kernel,
  Middleware,
  Module,
  plugin,
  Post,
  provide,
  Route,
  token,
} from '../../src/index';
import { startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

const CLOCK = token<() => Date>('CLOCK');

@Injectable()
class Store {}

@Injectable()
class Mailer {
  constructor(readonly store: Store) {}
}

@Route('/notes')
class NotesView {
  @Get()
  list() {
    return [];
  }
}

const fix =
  "Remove it from the providers of Root. If it is asked for while the application runs, by request.scope.get or kernel.container, add 'Q217' to `silence` of the root module.";

async function readUnused(options: Parameters<typeof Module>[0]): Promise<string[]> {
  @Module(options)
  class Root {}

  const findings = await Kernel.check(Root, { env: {} });
  return findings.map(({ code, problem }) => `${code}: ${problem}`);
}

describe('a provider that nothing uses', () => {
  it('is a warning, with all that only it needs', async () => {
    @Module({ routes: [NotesView], providers: [Mailer, Store, provide(CLOCK, { useValue: () => new Date() })] })
    class Root {}

    expect(await Kernel.check(Root, { env: {} })).toEqual(
      ['Mailer', 'Store', 'CLOCK'].map((name) => ({
        severity: 'warning',
        code: 'Q217',
        problem: `Root provides ${name}, which no view, middleware or plugin needs.`,
        fix,
      })),
    );
  });

  it('is logged at the start, unless it is silenced', async () => {
    const { log } = await startWire({ routes: [NotesView], providers: [Store] });
    const { log: silent } = await startWire({
      routes: [NotesView],
      providers: [Store],
      silence: ['Q217'],
    });

    expect(log.readProblems()).toEqual([
      `40 WireModule provides Store, which no view, middleware or plugin needs. ${fix.replace('Root', 'WireModule')} [Q217]`,
    ]);
    expect(silent.readProblems()).toEqual([]);
  });

  it('is not one that a view, a middleware, a plugin or a validator reaches, at whatever distance', async () => {
    @Middleware()
    class Auth {
      constructor(@Inject(CLOCK) readonly clock: () => Date) {}
      processRequest() {
        // Lets all pass.
      }
    }
    @Injectable()
    class Late {}
    const EACH = token<number>('EACH');
    @Route('/mail')
    class MailView {
      constructor(
        readonly mailer: Mailer,
        @inject(delay(() => Late)) readonly late: Late,
        @injectAll(EACH) readonly each: number[],
      ) {}
      @Get() show() {
        return 1;
      }
    }
    @ValidatorConstraint()
    @Injectable()
    class IsKnown {
      validate() {
        return true;
      }
    }
    class Note {
      @IsString() @Validate(IsKnown) title!: string;
    }
    @Route('/notes')
    class CreateView {
      @Post() create(@Body() note: Note) {
        return note;
      }
    }
    const SECRET = token<string>('SECRET');
    const signing: FastifyPluginCallback<{ secret: string }> = (_server, _options, done) => {
      done();
    };

    expect(
      await readUnused({
        routes: [MailView, CreateView],
        middleware: [Auth],
        plugins: [plugin(signing, { inject: [SECRET], useFactory: (secret) => ({ secret }) })],
        providers: [
          ...[Mailer, Store, Late, IsKnown, Auth],
          provide(CLOCK, { useValue: () => new Date() }),
          provide(SECRET, { useValue: 's' }),
          provide(EACH, { useValue: 1 }),
        ],
      }),
    ).toEqual([]);
  });

  it('is not one that is wanted for itself, nor what that needs', async () => {
    @Injectable()
    class Scheduler {
      constructor(readonly mailer: Mailer) {}
      onStart() {
        // Starts what runs beside the requests.
      }
    }
    const SERVICE = token<object>('SERVICE');
    const HANDLERS = token<object>('HANDLERS');

    expect(
      await readUnused({
        routes: [NotesView],
        providers: [
          ...[Scheduler, Mailer],
          provide(SERVICE, { useValue: { onStop: () => undefined } }),
          provide(HANDLERS, { useClass: Store, multi: true }),
          provide(CLOCK, { useValue: () => new Date(), override: true }),
          provide(ErrorResponses, { useClass: ErrorResponses }),
        ],
      }),
    ).toEqual([]);
  });

  it('is not known where a factory takes what it wants, nor where the kernel is given other providers', async () => {
    const OPAQUE = token<object>('OPAQUE');
    expect(
      await readUnused({
        routes: [NotesView],
        providers: [Store, { token: OPAQUE, useFactory: (container: DependencyContainer) => ({ container }) }],
      }),
    ).toEqual([]);

    @Module({ routes: [NotesView], providers: [Store, Mailer] })
    class Root {}
    expect(await Kernel.check(Root, { env: {}, providers: [provide(Mailer, { useValue: {} as never })] })).toEqual([]);
  });
});
