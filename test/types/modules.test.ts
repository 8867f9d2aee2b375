import type { FastifyPluginCallback } from 'fastify';

import {
  converter,
  Get,
  include,
  Middleware,
  Module,
  Param,
  path,
  plugin,
  Post,
  Route,
  token,
  View,
} from '../../src/index';

const helmet: FastifyPluginCallback<{ max: number }> = (_server, _options, done) => {
  done();
};
const LIMIT = token<number>('LIMIT');

describe('the types of plugin', () => {
  it('refuses options that do not fit', () => {
    // @ts-expect-error max is a number
    plugin(helmet, { max: '3' });
    // @ts-expect-error the name is misspelt
    plugin(helmet, { maximum: 3 });
    // @ts-expect-error the factory makes other options
    plugin(helmet, { inject: [LIMIT], useFactory: (max) => ({ max: String(max) }) });

    expect(plugin(helmet, { max: 3 }).options).toEqual({ max: 3 });
  });

  it('accepts options, none, and a factory of them', () => {
    const factory = plugin(helmet, { inject: [LIMIT], useFactory: (max) => Promise.resolve({ max }) });

    expect([plugin(helmet), factory].map(({ kind }) => kind)).toEqual(['plugin', 'plugin']);
  });
});

describe('the types of converter', () => {
  it('refuses a format for something else than what parse gives', () => {
    // @ts-expect-error parse gives a number
    converter('year', { pattern: /\d+/, parse: Number, format: (value: string) => value });
    // @ts-expect-error format must give a text
    converter('year', { pattern: /\d+/, parse: Number, format: (value) => value });
    // @ts-expect-error there is no format
    converter('year', { pattern: /\d+/, parse: Number });

    expect(converter('year', { pattern: /\d+/, parse: Number, format: String }).parse('7')).toBe(7);
  });
});

describe('the types of modules', () => {
  it('refuses what is no entry', () => {
    // @ts-expect-error a pattern alone is no route
    Module({ routes: ['/notes'] });
    // @ts-expect-error a plugin is listed with plugin(…)
    Module({ plugins: [helmet] });
    // @ts-expect-error a view instance is no view
    Module({ routes: [new (class extends View {})()] });
    // @ts-expect-error the name is misspelt
    Module({ route: [] });
    // @ts-expect-error a text is no module
    include('/api', 'NotesModule');

    expect(path('/', class {}).kind).toBe('path');
  });

  it('compiles inherited views with a generic base', () => {
    abstract class Crud<T> {
      protected abstract readonly rows: T[];

      @Get()
      list(): T[] {
        return this.rows;
      }

      @Get('/<int:id>')
      show(@Param('id', Number) id: number): T | undefined {
        return this.rows[id];
      }

      @Get('/first')
      first(): T {
        return this.rows[0] as T;
      }

      @Get('/last')
      last(): Promise<T> {
        return Promise.resolve(this.rows.at(-1) as T);
      }

      @Post({ status: 201 })
      async create(): Promise<T[]> {
        await Promise.resolve();
        return this.rows;
      }
    }
    @Route('/numbers')
    class Numbers extends Crud<number> {
      protected override readonly rows = [1];

      @Get()
      override list() {
        return [2];
      }
    }
    @Middleware()
    class Passing {
      processRequest() {}
    }
    @Module({ routes: [Numbers], middleware: [Passing] })
    class Root {}

    expect(Root).toBeDefined();
  });
});
