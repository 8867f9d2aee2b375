import type { Problem } from '../errors/configuration-error';
import { invalidInit } from '../errors/module-problems';
import type { Class } from './class';
import { httpMethods } from './http-method';
import { describeToken } from './token';
import { attributeMetadata } from './views';

/** Django's two checks of `as_view`: no name of an HTTP method, and only names of fields that are marked `@Attribute()`. */
export function readInitProblems(type: Class, init: object, place: string): Problem[] {
  const attributes = new Set(attributeMetadata.inherited(type));
  return Object.keys(init)
    .filter((name) => !attributes.has(name) || isHttpMethod(name))
    .map((name) =>
      invalidInit({ name, type: describeToken(type), place, isHttpMethod: isHttpMethod(name) }, [...attributes]),
    );
}

function isHttpMethod(name: string): boolean {
  return httpMethods.some((method) => method.toLowerCase() === name);
}
