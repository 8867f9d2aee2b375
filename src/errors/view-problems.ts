import { describeCloseNames } from './close-names';
import type { Problem } from './configuration-error';

/** A method of a view has a parameter that nothing fills. */
export function unboundParameter(place: string, position: number): Problem {
  return {
    code: 'Q311',
    problem: `Parameter ${position} of ${place} has no decorator, so it would always be undefined.`,
    fix: 'Decorate it with @Param, @Query, @Header, @Cookie, @Body, @File, @Req, @Signal or one of createParameter, or remove it.',
  };
}

/** A parameter is bound to a name that the pattern lacks. */
export function unknownPathParameter(
  { place, pattern, known }: { readonly place: string; readonly pattern: string; readonly known: Iterable<string> },
  name: string,
): Problem {
  const question = describeCloseNames(name, known);
  return {
    code: 'Q312',
    problem: `${place} binds @Param('${name}'), but its pattern ${pattern} has no parameter of that name.${question && ` ${question}`}`,
    fix: 'Correct the name, or add the parameter to the pattern.',
  };
}

/** Two parameters of a method would be the same body, each as another class. */
export function secondBody(place: string, positions: readonly number[]): Problem {
  return {
    code: 'Q314',
    problem: `${place} binds @Body to parameters ${positions.join(' and ')}, but a request has one body.`,
    fix: 'Bind it once, to a class that has the fields of all of them.',
  };
}

/** A parameter has two decorators, of which only one could count. */
export function parameterBoundTwice(place: string, position: number): Problem {
  return {
    code: 'Q313',
    problem: `Parameter ${position} of ${place} has more than one decorator, each of which would give it another value.`,
    fix: 'Keep one of them.',
  };
}

/** A method binds a body that is never read. */
export function bodyNeverRead(place: string, decorator: string, httpMethod: string): Problem {
  return {
    code: 'Q315',
    problem: `${place} binds ${decorator}, but answers ${httpMethod}, whose body is never read.`,
    fix: 'Answer POST, PUT or PATCH, or bind the values with @Query.',
  };
}

/** A status that no response can have. */
export function invalidStatus(place: string, status: number): Problem {
  return {
    code: 'Q604',
    problem: `${place} has the status ${status}, which no answer can have.`,
    fix: 'Give a whole number from 200 to 599.',
  };
}

/** A time limit that no timer can have. */
export function invalidTimeout(place: string, timeout: number): Problem {
  return {
    code: 'Q605',
    problem: `${place} has the timeout ${timeout}, which is no time limit.`,
    fix: 'Give a whole number of milliseconds from 0, for none, to 2147483647.',
  };
}

/** Nothing tells what the text of a request is to become. */
export function unknownArgumentType(parameter: string, decorator: string): Problem {
  return {
    code: 'Q316',
    problem: `${parameter} has a type that is not known at run time, so it would get text whatever it declares.`,
    fix: `Name it, as in ${decorator}, String): String, Number, Boolean, BigInt, Date, an enum, or one of them in brackets for a list.`,
  };
}

/** A converter makes another type than the parameter declares. */
export function converterMismatch(parameter: string, segment: string, given: string): Problem {
  return {
    code: 'Q317',
    problem: `${parameter} has another type than ${segment} of its pattern gives, which is ${given}.`,
    fix: 'Change the type of the parameter, or the converter of the pattern.',
  };
}

/** A method takes files, and the package that reads them is not there. */
export function missingMultipart(place: string): Problem {
  return {
    code: 'Q319',
    problem: `${place} takes files, but the package @fastify/multipart, which reads them, is not installed.`,
    fix: 'Run npm install @fastify/multipart.',
  };
}

/** Parameters of a method ask for its form in ways that cannot go together. */
export function impossibleForm(place: string, reason: string, fix: string): Problem {
  return { code: 'Q318', problem: `${place} ${reason}.`, fix };
}
