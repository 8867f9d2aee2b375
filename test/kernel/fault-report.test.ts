import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  ConfigurationError,
  Get,
  Injectable,
  Kernel,
  Middleware,
  Module,
  Param,
  path,
  provide,
  Route,
  Setting,
  Settings,
  token,
} from '../../src/index';
import { readRefusal } from './start-kernel';

class Undecorated {}

@Route('/notes/<yaer:id>')
class PatternView {
  @Get() get() {
    return 1;
  }
}

@Route('/notes')
class NotesView {
  constructor(readonly missing: Undecorated) {}
  @Get() get(@Param('id') id: string) {
    return id;
  }
}

@Middleware()
class Idle {}

describe('the report of a start', () => {
  it('tells all faults of modules, views, settings and the graph at once, before anything is built', async () => {
    class AppSettings extends Settings {
      @Setting(String) databaseUrl!: string;
    }
    const factory = jest.fn(() => 1);
    const build = jest.fn();
    @Injectable()
    class Eager {
      constructor() {
        build();
      }
    }
    @Module({
      settings: AppSettings,
      routes: [undefined as never, PatternView, NotesView],
      middleware: [Idle],
      providers: [provide(token<number>('FIRST'), { useFactory: factory }), Eager],
    })
    class Root {}

    const codes = (await readRefusal(Root)).match(/(?<=\[)Q\d{3}(?=\])/g);

    expect(codes).toEqual(['Q004', 'Q502', 'Q102', 'Q312', 'Q402', 'Q201']);
    expect(factory).not.toHaveBeenCalled();
    expect(build).not.toHaveBeenCalled();
  });

  it('carries each problem with code, place and fix', async () => {
    @Module({ routes: [path('/a', Undecorated)] })
    class Root {}

    const error: unknown = await Kernel.create(Root, { logger: false, env: {} }).catch((reason: unknown) => reason);

    expect(error).toBeInstanceOf(ConfigurationError);
    expect((error as ConfigurationError).name).toBe('ConfigurationError');
    expect((error as ConfigurationError).problems).toEqual([
      {
        code: 'Q602',
        problem: 'Undecorated has no method that answers.',
        fix: 'Decorate one with @Get(), @Post() …, or extend View and name it get, post ….',
      },
    ]);
  });

  it('does not call missing what a module that could not be read may provide', async () => {
    @Module({ imports: [undefined as never], routes: [path('/a', NotesView)] })
    class Root {}

    expect((await readRefusal(Root)).match(/(?<=\[)Q\d{3}(?=\])/g)).toEqual(['Q001', 'Q312']);
  });
});

describe('the codes of src/errors', () => {
  const source = join(__dirname, '../../src/errors');
  const tests = join(__dirname, '..');
  const codes = readdirSync(source).flatMap((file) =>
    [...readFileSync(join(source, file), 'utf8').matchAll(/code: '(Q\d{3})'/g)].map(([, code]) => code as string),
  );
  const asserted = readdirSync(tests, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.test.ts') && file !== join('kernel', 'fault-report.test.ts'))
    .map((file) => readFileSync(join(tests, file), 'utf8'))
    .join('\n');

  it('are each asserted in a test', () => {
    expect(codes.length).toBeGreaterThan(20);
    expect(codes.filter((code) => !asserted.includes(code))).toEqual([]);
  });
});
