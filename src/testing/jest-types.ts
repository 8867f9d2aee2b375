import type { QuintetMatchers } from './matchers';

// Users of `@types/jest`.
declare global {
  // eslint-disable-next-line @typescript-eslint/no-namespace -- it is the name of theirs
  namespace jest {
    // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- as theirs is
    interface Matchers<R, T = {}> extends QuintetMatchers<R> {}
  }
}

// Users of `@jest/globals`.
declare module 'expect' {
  // eslint-disable-next-line @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type -- as theirs is
  interface Matchers<R extends void | Promise<void>, T = unknown> extends QuintetMatchers<R> {}
}
