import type { Problem } from './configuration-error';

/** One token has two providers. */
export function duplicateProvider(token: string, first: string, second: string): Problem {
  return {
    code: 'Q205',
    problem: `${token} is provided ${first === second ? `twice by ${first}` : `by both ${first} and ${second}`}.`,
    fix: 'Remove one of them, mark the one that counts with `override: true`, or all of them with `multi: true`.',
  };
}

/** A line of `providers` is something else. */
export function notAProvider(received: string, module: string): Problem {
  return {
    code: 'Q206',
    problem: `The providers of ${module} contain ${received}, which is no provider.`,
    fix: 'Write a class, or provide(token, { useValue, useClass, useToken or useFactory }).',
  };
}

/** A provider cannot make what it provides, or cannot be understood. */
export function invalidProvider(
  token: string,
  module: string,
  { problem, fix }: Pick<Problem, 'problem' | 'fix'>,
): Problem {
  return { code: 'Q218', problem: `The provider of ${token} in ${module} ${problem}.`, fix };
}

/** A class has tsyringe's `@autoInjectable()`, which asks the global container. */
export function autoInjectableClass(type: string, place: string): Problem {
  return {
    code: 'Q212',
    problem: `${type} has @autoInjectable(), which injects from tsyringe's global container and not from the kernel's: ${place}.`,
    fix: 'Write @Injectable() or @injectable() in its place, and have the class injected where it is built.',
  };
}

/** A token has several values, and one of them is asked for. */
export function singleOfSeveral(token: string, modules: readonly string[], place: string): Problem {
  return {
    code: 'Q213',
    problem: `${token} has several values, provided with \`multi: true\` by ${modules.join(' and ')}, but one is asked for: ${place}.`,
    fix: `Inject them all, with tsyringe's @injectAll(${token}); from a container, take resolveAll(${token}).`,
  };
}

/** Somebody changes the container of a kernel. */
export function fixedContainer(method: string): Problem {
  return {
    code: 'Q214',
    problem: `The container of a kernel cannot be changed: ${method}() was called.`,
    fix: 'Write provide(…) in the providers of a module; in a test, createTestKernel(AppModule, { with: [provide(…)] }).',
  };
}

/** What is made before the kernel listens takes too long. */
export function startTimedOut(token: string, module: string | undefined, milliseconds: number): Problem {
  return {
    code: 'Q215',
    problem: `${token}${module === undefined ? '' : ` of ${module}`} was not ready after ${milliseconds} ms.`,
    fix: 'See what its factory or its onStart waits for, or raise START_TIMEOUT.',
  };
}

/** A singleton with `onStart` is first needed when the kernel has started. */
export function unstartedSingleton(token: string): Problem {
  return {
    code: 'Q216',
    problem: `${token} has onStart, but nothing that the kernel knows needed it when it started.`,
    fix: `Add ${token} to the providers of a module.`,
  };
}
