/* eslint-disable max-params -- each parameter is a case */
import { Inject, Injectable, Logger, provide, SERVER, token, Urls } from '../../src/index';

interface Mailer {
  send(text: string): void;
}

class Clock {
  now(): number {
    return 1;
  }
}

class Repository {
  readonly rows = [1];
}

const CLOCK = token<Clock>('CLOCK');
const MAILER = token<Mailer>('MAILER');
const LIMIT = token<number>('LIMIT');
const mailer: Mailer = { send: () => undefined };

describe('the types of @Inject', () => {
  it('refuses a parameter that cannot hold what the token stands for', () => {
    class Wrong {
      constructor(
        // @ts-expect-error a clock is no mailer
        @Inject(CLOCK) readonly first: Mailer,
        // @ts-expect-error a number is no string
        @Inject(LIMIT) readonly second: string,
        // @ts-expect-error a repository is no clock
        @Inject(Repository) readonly third: Clock,
      ) {}
    }

    expect(Wrong).toBeDefined();
  });

  it('refuses an optional token where the parameter cannot be undefined', () => {
    class Wrong {
      constructor(
        // @ts-expect-error it may be undefined
        @Inject(MAILER, { optional: true }) readonly mailer: Mailer,
      ) {}
    }

    expect(Wrong).toBeDefined();
  });

  it('accepts what fits, optional or not, private, and wider than the token', () => {
    @Injectable()
    class Right {
      constructor(
        @Inject(CLOCK) private readonly clock: Clock,
        @Inject(MAILER, { optional: true }) protected readonly mailer: Mailer | undefined,
        @Inject(LIMIT) readonly limit: number | string,
        @Inject(SERVER) readonly server: object,
        readonly urls: Urls,
        readonly logger: Logger,
      ) {}

      read() {
        return [this.clock, this.mailer];
      }
    }

    expect(Right).toBeDefined();
  });

  it('compiles on a private constructor, of which nothing can be known', () => {
    class Hidden {
      private constructor(@Inject(CLOCK) readonly clock: Clock) {}

      static create() {
        return new Hidden(new Clock());
      }
    }

    expect(Hidden.create().clock.now()).toBe(1);
  });
});

describe('the types of provide', () => {
  it('refuses a value, factory, class or token of another type', () => {
    // @ts-expect-error a text is no number
    provide(LIMIT, { useValue: '3' });
    // @ts-expect-error the factory makes a text
    provide(LIMIT, { useFactory: () => '3' });
    // @ts-expect-error the factory resolves to a text
    provide(LIMIT, { useFactory: () => Promise.resolve('3') });
    // @ts-expect-error a repository is no clock
    provide(CLOCK, { useClass: Repository });
    // @ts-expect-error the other token stands for a mailer
    provide(CLOCK, { useToken: MAILER });
    // @ts-expect-error a literal lacks a method
    provide(MAILER, { useValue: { sent: () => undefined } });

    expect(provide(LIMIT, { useValue: 3 })).toEqual({ provide: LIMIT, useValue: 3 });
  });

  it('refuses a factory that takes something else than what inject names', () => {
    // @ts-expect-error a clock is injected, not a mailer
    provide(LIMIT, { inject: [CLOCK], useFactory: (wrong: Mailer) => [wrong].length });
    // @ts-expect-error without inject it is the container that is given
    provide(LIMIT, { useFactory: (clock: Clock) => clock.now() });
    // @ts-expect-error the second dependency is a number
    provide(LIMIT, { inject: [Clock, LIMIT], useFactory: (clock: Clock, limit: string) => clock.now() + limit.length });

    expect(LIMIT).toBeDefined();
  });

  it('refuses a dispose function for something else, an unknown scope and an unknown key', () => {
    // @ts-expect-error the value is a clock
    provide(CLOCK, { useFactory: () => new Clock(), dispose: (value: Mailer) => [value] });
    // @ts-expect-error there is no such scope
    provide(CLOCK, { useClass: Clock, scope: 'session' });
    // @ts-expect-error there is no such way
    provide(CLOCK, { useClas: Clock });

    expect(CLOCK).toBeDefined();
  });

  it('accepts what fits, and infers what a factory is given', () => {
    const providers = [
      provide(MAILER, { useValue: mailer, dispose: (value: Mailer) => [value] }),
      provide(CLOCK, { useClass: Clock, scope: 'request' }),
      provide(Clock, { useToken: CLOCK }),
      provide(LIMIT, { inject: [CLOCK, Repository], useFactory: (clock, { rows }) => clock.now() + rows.length }),
      provide(LIMIT, { useFactory: () => Promise.resolve(3), scope: 'singleton', override: true }),
      provide(LIMIT, { useFactory: (container) => container.resolve(Clock).now(), scope: 'request', multi: true }),
    ];

    expect(providers).toHaveLength(6);
  });
});
