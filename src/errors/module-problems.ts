import { describeCloseNames } from './close-names';
import type { Problem } from './configuration-error';

/** A class stands where a module is due. */
export function notAModule(name: string, place: string): Problem {
  return {
    code: 'Q001',
    problem: `${name}, which is named in ${place}, is no module.`,
    fix: 'Decorate the class with @Module(), or name another class. If it is one, its file is part of a circular import.',
  };
}

/** A module reaches itself. */
export function moduleCycle(path: readonly string[]): Problem {
  return {
    code: 'Q002',
    problem: `Modules import or include each other in a circle: ${path.join(' → ')}.`,
    fix: 'Move what they share into a module of its own, and import that one.',
  };
}

/** A module's routes or middleware are never used. */
export function unreachedModule(module: string): Problem {
  return {
    code: 'Q003',
    problem: `${module} has routes or middleware, but is only imported, so they would never be used.`,
    fix: `Add include('/prefix', ${module}) to the routes of the module that imports it.`,
  };
}

/** Settings stand on another module than the root. */
export function settingsBelowRoot(module: string, root: string): Problem {
  return {
    code: 'Q410',
    problem: `${module} names settings, but an application has one settings class, that of its root module.`,
    fix: `Move the fields into the settings of ${root}, and remove \`settings\` from ${module}.`,
  };
}

/** Warnings are silenced on another module than the root. */
export function silenceBelowRoot(module: string, root: string): Problem {
  return {
    code: 'Q008',
    problem: `${module} names codes to silence, but what an application is not told is for its root module to say.`,
    fix: `Move the codes into \`silence\` of ${root}, and remove \`silence\` from ${module}.`,
  };
}

/** A line of `routes` is something else. */
export function notARoute(received: string, module: string): Problem {
  return {
    code: 'Q004',
    problem: `The routes of ${module} contain ${received}, which is no route.`,
    fix: 'Write a view class, path(pattern, View), or include(prefix, Module).',
  };
}

/** What should be a list of a module's is something else. */
export function notAList(list: string, module: string, received: string): Problem {
  return {
    code: 'Q012',
    problem: `\`${list}\` of ${module} is ${received}, which is no list.`,
    fix: `Write \`${list}: […]\`, also for a single line, or leave it out.`,
  };
}

/** A line of `plugins`, `converters` or `checks` is something else. */
export function notAnExtension(kind: keyof typeof extensions, module: string, received: string): Problem {
  return {
    code: 'Q013',
    problem: `The ${kind}s of ${module} contain ${received}, which is no ${kind}.`,
    fix: extensions[kind],
  };
}

const extensions = {
  plugin: 'Write plugin(fastifyPlugin, options).',
  converter: 'Write converter(name, { pattern, parse, format }).',
  check: 'Write a function that returns a list of problems.',
};

/** A view has no URL. */
export function viewWithoutRoute(view: string, module: string): Problem {
  return {
    code: 'Q601',
    problem: `${view}, which is in the routes of ${module}, has no @Route.`,
    fix: `Decorate ${view} with @Route('/…'), or write path('/…', ${view}). A @Route is not inherited.`,
  };
}

/** A view answers nothing. */
export function viewWithoutMethods(view: string): Problem {
  return {
    code: 'Q602',
    problem: `${view} has no method that answers.`,
    fix: 'Decorate one with @Get(), @Post() …, or extend View and name it get, post ….',
  };
}

/** A method of a view that is marked to answer is not there. */
export function middlewareWithoutHooks(middleware: string): Problem {
  return {
    code: 'Q502',
    problem: `${middleware} has none of the four hooks, so it would never run.`,
    fix: 'Add processRequest, processView, processException or processResponse, as a method and not as a field.',
  };
}

/** Something that is no middleware stands in a chain. */
export function notAMiddleware(name: string, place: string): Problem {
  return {
    code: 'Q501',
    problem: `${name}, which is named in ${place}, is no middleware.`,
    fix: 'Decorate the class with @Middleware(), or name another class.',
  };
}

/** A list of `@Middleware` contains `undefined`: that is what a circular import leaves. */
export function unloadedMiddlewareOption(option: string, middleware: string): Problem {
  return {
    code: 'Q504',
    problem: `\`${option}\` of @Middleware on ${middleware} contains undefined: what it names is not exported, or files import each other in a circle.`,
    fix: `Move what \`${option}\` names into a file that does not import the file of ${middleware}.`,
  };
}

/** A name in `init` that cannot be set. */
export interface InvalidInit {
  readonly name: string;
  readonly type: string;
  readonly place: string;
  readonly isHttpMethod: boolean;
}

/** `init` names what it must not set. */
export function invalidInit({ name, type, place, isHttpMethod }: InvalidInit, attributes: readonly string[]): Problem {
  const reason = isHttpMethod
    ? `${name} is the name of an HTTP method, and init must not replace a method.`
    : `${type} has no attribute ${name}. ${describeCloseNames(name, attributes)}`.trim();
  return {
    code: 'Q603',
    problem: `${place} sets ${name}: ${reason}`,
    fix: isHttpMethod ? 'Rename the attribute.' : `Decorate the field with @Attribute(), or correct the name.`,
  };
}
