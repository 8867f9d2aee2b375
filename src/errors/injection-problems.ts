import type { Problem } from './configuration-error';

/** What a token is that nothing provides. */
export type MissingToken =
  | { readonly kind: 'namesake' | 'platform class' }
  | { readonly kind: 'token'; readonly question: string }
  /** `heir` is a class of the application that extends it. */
  | { readonly kind: 'class'; readonly heir: string | undefined };

/** Nothing provides what is injected somewhere. */
export function missingProvider(token: string, place: string, missing: MissingToken): Problem {
  return {
    code: 'Q201',
    problem: `Nothing provides ${token}, which is needed by ${place}.`,
    fix: describeMissingFix(token, missing),
  };
}

function describeMissingFix(token: string, missing: MissingToken): string {
  const provide = `add provide(${token}, …) to the providers of a module`;
  switch (missing.kind) {
    case 'namesake':
      return `Import the ${token} that is provided: it has the same name, but it is another one.`;
    case 'platform class':
      return `Inject it by a token of your own: const TOKEN = token<${token}>('TOKEN'), @Inject(TOKEN), and provide(TOKEN, …).`;
    case 'token': {
      const either = `Either ${provide}, or middleware with \`provides: [${token}]\` to the chain of the routes.`;
      return missing.question === '' ? either : `${missing.question} ${either}`;
    }
    case 'class':
      return missing.heir === undefined
        ? `Decorate the class with @Injectable(); if it is abstract, add provide(${token}, { useClass }) to the providers of a module.`
        : `If ${token} is abstract, add provide(${token}, { useClass: ${missing.heir} }) to the providers of a module; else decorate it with @Injectable().`;
  }
}

/** Neither a type nor `@Inject` tells what a parameter is. `subject` is its class or the type, as the reason needs. */
export function unknownParameter(place: string, reason: keyof typeof unknownReasons, subject: string): Problem {
  const [why, fix] = unknownReasons[reason];
  return {
    code: 'Q202',
    problem: `Nothing tells what to inject into ${place}: ${why.replaceAll('%', subject)}.`,
    fix: fix.replaceAll('%', subject),
  };
}

const unknownReasons = {
  interface: [
    'its type is an interface, a union or the like, of which nothing is left at run time',
    'Inject it by a token, @Inject(TOKEN); a class that may be missing by @Inject(TheClass, { optional: true }).',
  ],
  function: [
    'its type is a class that was imported with `import type`, or a function',
    'Import the class as a value, without `type`; inject a function by a token, @Inject(TOKEN).',
  ],
  value: ['its type is %, which says nothing about the value', 'Inject it by a token, @Inject(TOKEN).'],
  unloaded: [
    'its class was not loaded yet when % was, because files import each other in a circle',
    'Move one of the two classes into a file that does not import the other one.',
  ],
  'missing token': [
    'the token given for it is undefined, because it is not exported, or files import each other in a circle',
    'Move the token into a file that imports neither of them.',
  ],
  undecorated: [
    '% has no decorator, without which compilers emit no types',
    'Decorate % with @Injectable(), or write @Inject(TheClass) at each of its parameters.',
  ],
  'no types emitted': [
    'the compiler emitted no types for %',
    "Set emitDecoratorMetadata in tsconfig.json; with esbuild or tsx, which cannot emit types, write @Inject(TheClass) at each parameter. If types are emitted, import 'reflect-metadata' before the file of % is loaded.",
  ],
} as const;

/** Classes need each other. */
export function dependencyCycle(circle: string, path: string): Problem {
  return {
    code: 'Q203',
    problem: `Classes need each other in a circle: ${circle}. It is reached by ${path}.`,
    fix: 'Move what two of them share into a class of its own, and inject that one.',
  };
}

/** What lives as long as the kernel would keep what belongs to one request. */
export function capturedRequest(keeper: string, captured: string, place: string): Problem {
  return {
    code: 'Q204',
    problem: `The singleton ${keeper} would keep ${captured}, which belongs to one request: ${place}.`,
    fix: `Give ${keeper} the scope 'request', or pass the object to its methods.`,
  };
}

/** A middleware that is built once would keep what belongs to one request. */
export function capturedByMiddleware(
  keeper: string,
  { captured, isBuiltIn }: { readonly captured: string; readonly isBuiltIn: boolean },
  place: string,
): Problem {
  const ask = isBuiltIn
    ? 'use the request that each hook is given'
    : `ask for it in a hook: request.scope.get(${captured})`;
  return {
    code: 'Q204',
    problem: `The middleware ${keeper} is built once and would keep ${captured}, which belongs to one request: ${place}.`,
    fix: `Write @Middleware({ scope: 'request' }) on ${keeper}, or ${ask}.`,
  };
}

/** The options of a plugin are made once, of what belongs to one request. */
export function capturedByPlugin(keeper: string, captured: string, place: string): Problem {
  return {
    code: 'Q204',
    problem: `The options of ${keeper} are made once, but ${captured} belongs to one request: ${place}.`,
    fix: 'Inject only what lives as long as the kernel into the options of a plugin.',
  };
}

/** A warning: something is provided that nothing is made of. */
export function unusedProvider(token: string, module: string): Problem {
  return {
    severity: 'warning',
    code: 'Q217',
    problem: `${module} provides ${token}, which no view, middleware or plugin needs.`,
    fix: `Remove it from the providers of ${module}. If it is asked for while the application runs, by request.scope.get or kernel.container, add 'Q217' to \`silence\` of the root module.`,
  };
}

/** A class is built that the kernel did not know at its start. */
export function unprovedClass(type: string): Problem {
  return {
    code: 'Q207',
    problem: `${type} needs classes that no module of the kernel needed at its start, so they were not built.`,
    fix: `Add ${type} to the routes of a module, or what it needs to the providers of one.`,
  };
}

/** Something needs a middleware that refused to be used. */
export function refusedDependency(middleware: string, dependant: string, reason: string): Problem {
  return {
    code: 'Q208',
    problem: `${dependant} needs ${middleware}, which is not used: ${reason}`,
    fix: `Inject it with @Inject(${middleware}, { optional: true }), or do not throw MiddlewareNotUsed.`,
  };
}
