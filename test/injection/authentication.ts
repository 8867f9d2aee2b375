import { Get, type HttpRequest, Middleware, Route, token } from '../../src/index';

export const USER = token<string>('USER');

/** Sets the user in its second hook: in time for views, and too late for middleware that is built for each request. */
@Middleware({ provides: [USER] })
export class Authentication {
  processView(request: HttpRequest) {
    request.scope.set(USER, 'Ada');
  }
}

/** Needs no user. */
@Route('/open')
export class OpenView {
  @Get() get() {
    return [];
  }
}
