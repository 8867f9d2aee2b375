import 'reflect-metadata';

import { type Class, Get, Injectable, Route } from '../../src/index';

/** Singletons, each of which needs one that is listed before. */
export function createProviders(count: number): Class[] {
  const classes: Class[] = [];
  for (let index = 0; index < count; index++) {
    // A tree: as deep as an application is, not as deep as it is large.
    const dependency = index === 0 ? undefined : classes[(index - 1) >> 1];
    classes.push(createClass(`Provider${index}`, dependency, [Injectable()]));
  }
  return classes;
}

/** Views, each with a path of its own and one dependency. */
export function createViews(count: number, providers: readonly Class[]): Class[] {
  return Array.from({ length: count }, (_, index) => {
    const view = createClass(`View${index}`, providers[index % providers.length], [Route(`/part-${index}/<int:id>`)]);
    Object.defineProperty(view.prototype, 'show', { value: () => index, writable: true, configurable: true });
    const descriptor = Object.getOwnPropertyDescriptor(view.prototype, 'show') as PropertyDescriptor;
    Get()(view.prototype as object, 'show', descriptor);
    return view;
  });
}

function createClass(name: string, dependency: Class | undefined, decorators: readonly unknown[]): Class {
  const type = dependency
    ? class {
        constructor(readonly dependency: object) {}
      }
    : class {};
  Object.defineProperty(type, 'name', { value: name });
  Reflect.defineMetadata('design:paramtypes', dependency ? [dependency] : [], type);
  for (const decorate of decorators) (decorate as (target: unknown) => void)(type);
  return type;
}
