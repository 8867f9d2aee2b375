import {
  type HttpRequest,
  type HttpResponse,
  include,
  Inject,
  Middleware,
  Module,
  path,
  UseMiddleware,
} from '../../src/index';
import { ask, closeKernels, readRefusal, startKernel } from '../kernel/start-kernel';
import { Authentication, OpenView, USER } from './authentication';

afterEach(closeKernels);

const optional = 'inject it with @Inject(USER, { optional: true })';

@Middleware({ scope: 'request' })
class Audit {
  constructor(@Inject(USER) readonly user: string) {}
  processRequest() {}
}

const late = (way: string) =>
  `In GET /open, Audit is built before Authentication can set USER, which is needed by Audit, parameter "user" (1st).\n` +
  `  ${way}, or ${optional}. [Q210]`;

describe('a value of the request that a middleware needs', () => {
  const start = (...middleware: (typeof Audit | typeof Authentication)[]) => {
    @Module({ routes: [OpenView], middleware })
    class Inner {}
    @Module({ routes: [include('', Inner), path('/auth', OpenView), path('/class', GuardedView)] })
    class Root {}
    return Root;
  };
  @UseMiddleware(Authentication)
  class GuardedView extends OpenView {}

  it('must be provided by the chain', async () => {
    expect(await readRefusal(start(Audit))).toBe(
      'No middleware of GET /open provides USER, which is needed by Audit, parameter "user" (1st).\n' +
        `  Add Authentication, which provides it, before Audit in the chain; or ${optional}. [Q209]`,
    );
  });

  it('must be provided in a hook before the one for which the middleware is built', async () => {
    expect(await readRefusal(start(Authentication, Audit))).toBe(
      late('Have Authentication set USER in processRequest, before Audit in the chain'),
    );
  });

  it('must be provided by a middleware before it, or behind it on the way out', async () => {
    @Middleware({ provides: [USER] })
    class Early {
      processRequest({ scope }: HttpRequest) {
        scope.set(USER, 'Eve');
      }
    }
    @Middleware({ provides: [USER] })
    class Last {
      processResponse(_request: HttpRequest, response: HttpResponse) {
        return response;
      }
    }
    @Middleware({ scope: 'request' })
    class LastAudit extends Last {
      constructor(@Inject(USER) readonly user: string) {
        super();
      }
    }

    expect(await readRefusal(start(Audit, Early as never))).toBe(
      late('Put Early before Audit in the chain').replaceAll('Authentication', 'Early'),
    );
    expect(await readRefusal(start(Last as never, LastAudit as never))).toBe(
      late('Put Last behind LastAudit in the chain')
        .replaceAll('Authentication', 'Last')
        .replaceAll(' Audit', ' LastAudit'),
    );
    expect((await ask(await startKernel(start(Early as never, Audit)), '/open')).status).toBe(200);
  });

  it('is not provided by itself', async () => {
    @Middleware({ scope: 'request', provides: [USER] })
    class Audit {
      constructor(@Inject(USER) readonly user: string) {}
      processRequest() {}
    }

    expect(await readRefusal(start(Audit))).toBe(
      late('Set USER in a middleware before Audit').replaceAll('Authentication', 'Audit'),
    );
  });

  it('is needed also where there is no route', async () => {
    @Middleware({ scope: 'request' })
    class ResponseAudit {
      constructor(@Inject(USER) readonly user: string) {}
      processView() {}
      processResponse(_request: HttpRequest, response: HttpResponse) {
        return response;
      }
    }
    @Module({ routes: [OpenView], middleware: [Authentication, ResponseAudit] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'In requests without a route, ResponseAudit is built before Authentication can set USER, which is needed by ResponseAudit, parameter "user" (1st).\n' +
        `  Have Authentication set USER in processResponse, behind ResponseAudit in the chain, or ${optional}. [Q210]`,
    );
  });
});
