import { type Check, createMetadata, Get, Middleware, Route } from '../../src/index';

export const Public = createMetadata('public');

/** Two routes of one pattern: the second is not public, and never answers. */
@Route('/notes')
export class NotesView {
  @Get()
  @Public()
  list() {
    return [];
  }

  @Get()
  again() {
    return [];
  }
}

@Middleware()
export class Auth {
  processRequest() {
    // Lets all pass.
  }
}

/** Finds each route that is not public. */
export const openRoutes: Check = ({ routes }) =>
  routes
    .filter((route) => !route.get(Public))
    .map(({ view, action }) => ({
      code: 'SHOP01',
      problem: `${view.name}.${action} is not public.`,
      fix: 'Decorate it with @Public().',
    }));
