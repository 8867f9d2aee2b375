import { Attribute, Get, Middleware, Route } from '../../src/index';

@Route('/notes')
export class NotesView {
  @Get() list() {
    return [];
  }
}

/** It has one attribute, and a field that is none. */
@Middleware()
export class Passing {
  @Attribute() max = 1;
  limit = 1;
  processRequest() {}
}

export class Undecorated {}
