import * as rules from 'class-validator';

import { Body, Get, Module, Post, Returns, Route } from '../../src/index';
import { createOpenApi, type Schema } from '../../src/openapi/index';
import type { Class } from '../../src/metadata/class';

/** The schemas of a document whose only class is an input and an answer. */
export function describeBoth(type: Class) {
  return withoutProblems(describeClasses(type, type).components.schemas);
}

/** The schemas of a document whose only class is an input. */
export function describeInput(type: Class) {
  return withoutProblems(describeClasses(undefined, type).components.schemas);
}

function withoutProblems(schemas: Readonly<Record<string, Schema>>): Readonly<Record<string, Schema>> {
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => !name.endsWith('Problem')));
}

class Other {
  @rules.IsString() text!: string;
}

/** The document of a view that answers with one class, and takes another. */
export function describeClasses(answer: Class | undefined, input: Class | undefined) {
  @Route('/things')
  class ThingsView {
    @Get()
    show() {
      return {};
    }

    @Post()
    create(@Body() body: unknown) {
      return body;
    }
  }
  if (answer) Returns(answer, { unchecked: true })(ThingsView.prototype, 'show');
  Reflect.defineMetadata('design:paramtypes', [input ?? Other], ThingsView.prototype, 'create');
  @Module({ routes: [ThingsView] })
  class ThingsModule {}
  return createOpenApi(ThingsModule, { title: 'Things', version: '1' });
}
