import {
  createMetadata,
  HttpRequest,
  HttpResponse,
  Middleware,
  type MetadataKey,
  RouteMatch,
  UseMiddleware,
} from '../../src/index';

describe('the types of middleware', () => {
  it('refuses a method that looks like a hook and is none', () => {
    // @ts-expect-error processRespons
    @Middleware()
    class Misspelt {
      processRequest() {}
      processRespons(_request: HttpRequest, response: HttpResponse) {
        return response;
      }
    }

    expect(Misspelt).toBeDefined();
  });

  it('refuses a hook that takes or answers something else', () => {
    // @ts-expect-error a hook answers with a response
    @Middleware()
    class Text {
      processRequest() {
        return 'text';
      }
    }
    // @ts-expect-error processResponse must answer
    @Middleware()
    class Silent {
      processResponse(): void {}
    }
    // @ts-expect-error the second argument is the route
    @Middleware()
    class Mistaken {
      processView(_request: HttpRequest, _match: number) {}
    }

    expect([Text, Silent, Mistaken]).toHaveLength(3);
  });

  it('refuses a class that has methods, and none of them a hook', () => {
    // @ts-expect-error nothing of it would ever run
    @Middleware()
    class Idle {
      work() {}
    }

    expect(Idle).toBeDefined();
  });

  it('accepts all four hooks, in sync and async form, and other methods', () => {
    @Middleware({ scope: 'request' })
    class Whole implements Middleware {
      processRequest(_request: HttpRequest) {}
      processView(_request: HttpRequest, match: RouteMatch) {
        return match.name === undefined ? new HttpResponse('a') : null;
      }
      async processException() {
        await this.work();
      }
      processResponse(_request: HttpRequest, response: HttpResponse) {
        return Promise.resolve(response);
      }
      private work() {
        return Promise.resolve();
      }
    }

    expect(Whole).toBeDefined();
  });

  it('refuses a scope that a middleware cannot have', () => {
    // @ts-expect-error a middleware is no transient
    Middleware({ scope: 'transient' });

    expect(UseMiddleware).toBeDefined();
  });
});

describe('the types of createMetadata', () => {
  const Public = createMetadata('public');
  const Roles = createMetadata<string[]>('roles');

  it('refuses a value for a flag, no value for a value, and a value of another type', () => {
    // @ts-expect-error a flag takes nothing
    Public(true);
    // @ts-expect-error the roles are missing
    Roles();
    // @ts-expect-error roles are texts
    Roles([1]);

    expect(Public()).toBeInstanceOf(Function);
  });

  it('types what a match reads', () => {
    const read = (match: RouteMatch): [true | undefined, string[] | undefined, readonly string[][]] => [
      match.get(Public),
      match.get(Roles),
      match.all(Roles),
    ];
    // @ts-expect-error the roles may be missing
    const unsafe = (match: RouteMatch): string[] => match.get(Roles);
    // @ts-expect-error a key of texts is no key of numbers
    const other: MetadataKey<number[]> = Roles;

    expect([read, unsafe, other]).toHaveLength(3);
  });
});
