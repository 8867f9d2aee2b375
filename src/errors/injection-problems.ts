import type { Problem } from './configuration-error';

/** Nothing provides a parameter of a constructor. A class may also be decorated; a token may be filled by middleware. */
export function missingProvider(token: string, path: string, isClass: boolean): Problem {
  const provide = `add provide(${token}, …) to the providers of a module`;
  return {
    code: 'MISSING_PROVIDER',
    problem: `Nothing provides ${token}, which is needed here: ${path}.`,
    fix: isClass
      ? `Decorate the class with @Injectable(), or ${provide}.`
      : `Either ${provide}, or middleware with \`provides: [${token}]\` to the chain of the routes.`,
  };
}

/** Neither a type nor `@Inject` tells what a parameter is. */
export function unknownParameter(path: string): Problem {
  return {
    code: 'UNKNOWN_PARAMETER',
    problem: `The type of a parameter is not known at run time: ${path}.`,
    fix: 'Inject an interface or a plain value by a token, @Inject(TOKEN); import a class as a value, not with `import type`; compile with emitDecoratorMetadata; and end circular imports between files.',
  };
}

/** Classes need each other. */
export function dependencyCycle(path: string): Problem {
  return {
    code: 'DEPENDENCY_CYCLE',
    problem: `Classes need each other in a circle: ${path}.`,
    fix: 'Move what two of them share into a class of its own, and inject that one.',
  };
}

/** What lives as long as the kernel would keep what belongs to one request. */
export function capturedRequest(path: string): Problem {
  return {
    code: 'CAPTURED_REQUEST_OBJECT',
    problem: `A singleton would keep an object of one request: ${path}.`,
    fix: "Give the singleton the scope 'request', or pass the object to its methods.",
  };
}

/** One token has two providers. */
export function duplicateProvider(token: string, first: string, second: string): Problem {
  return {
    code: 'DUPLICATE_PROVIDER',
    problem: `${token} is provided by both ${first} and ${second}.`,
    fix: 'Remove one of them, or mark the one that counts with `override: true`.',
  };
}

/** A line of `providers` is something else. */
export function notAProvider(received: string, module: string): Problem {
  return {
    code: 'NOT_A_PROVIDER',
    problem: `The providers of ${module} contain ${received}, which is no provider.`,
    fix: 'Write a class, or provide(token, { useValue, useClass, useToken or useFactory }).',
  };
}

/** A class is built that the kernel did not know at its start. */
export function unprovedClass(type: string): Problem {
  return {
    code: 'UNPROVED_CLASS',
    problem: `${type} needs classes that no module of the kernel needed at its start, so they were not built.`,
    fix: `Add ${type} to the routes of a module, or what it needs to the providers of one.`,
  };
}

/** Something needs a middleware that refused to be used. */
export function refusedDependency(middleware: string, dependant: string, reason: string): Problem {
  return {
    code: 'REFUSED_DEPENDENCY',
    problem: `${dependant} needs ${middleware}, which is not used: ${reason}`,
    fix: `Inject it with @Inject(${middleware}, { optional: true }), or do not throw MiddlewareNotUsed.`,
  };
}
