import { Module } from '../decorators/module';
import { assertNoProblems } from '../errors/configuration-error';
import { viewWithoutPattern } from '../errors/testing-problems';
import type { Class } from '../metadata/class';
import type { ModuleOptions, PathEntry } from '../metadata/modules';
import { describeToken } from '../metadata/token';
import { routeMetadata } from '../metadata/views';
import { path, type Init } from '../modules/path';
import { createTestKernel, type TestKernel, type TestKernelOptions } from './create-test-kernel';
import type { TestClient } from './test-client';

/** What a view under test can be told. */
export interface ViewTestOptions<V extends object>
  extends TestKernelOptions, Pick<ModuleOptions, 'converters' | 'middleware' | 'plugins' | 'settings'> {
  /** Where the view is mounted, in place of its `@Route`. */
  readonly pattern?: string;
  /** Values for the view's fields that are marked `@Attribute()`. */
  readonly init?: Init<V>;
}

/** A view under test: asked as an application is. */
export interface ViewTest<V extends object> extends TestClient<V>, AsyncDisposable {
  /** The kernel that has the view alone. */
  readonly kernel: TestKernel;
  /** Ends it. Without it nothing is left open either, but what was built is not disposed. */
  close(): Promise<void>;
}

/**
 * One view alone, through real conversion, validation, hooks and error mapping: no module, no other routes, no port.
 *
 * Decorated classes that the view needs are built; what `with` contains takes their place, and provides whatever else
 * the view needs, values of a request included. A response has the very view that answered, and what was injected.
 *
 * @example
 * ```ts
 * const view = await testView(NoteView, { with: [fake(Notes, { find: async (id) => ({ id, title: 'A' }) })] });
 * const response = await view.get('/notes/1');
 * ```
 *
 * @throws {ConfigurationError} as `createTestKernel` does, and when neither `@Route` nor `pattern` says where the view is
 */
export async function testView<V extends object>(
  type: Class<V>,
  options: ViewTestOptions<V> = {},
): Promise<ViewTest<V>> {
  const { pattern, init, converters = [], middleware = [], plugins = [], settings, ...rest } = options;
  const module = createModule(type, {
    routes: readPaths(type, pattern, init),
    converters,
    middleware,
    plugins,
    ...(settings && { settings }),
  });
  const kernel = await createTestKernel(module, rest);
  const close = () => kernel.close();

  // Every view of this kernel is one of the class.
  const client = kernel.client as TestClient<V>;
  return Object.assign(Object.create(null) as object, client, { kernel, close, [Symbol.asyncDispose]: close });
}

function createModule(view: Class, options: ModuleOptions): Class {
  class ViewModule {}
  Object.defineProperty(ViewModule, 'name', { value: `testView(${describeToken(view)})` });
  Module(options)(ViewModule);
  return ViewModule;
}

// `init` stands with a path: each pattern of the view's own becomes one.
function readPaths<V extends object>(view: Class<V>, pattern: string | undefined, init: Init<V> = {}): PathEntry[] {
  if (pattern !== undefined) return [path(pattern, view, { init })];

  const routes = routeMetadata.own(view);
  if (routes.length === 0) assertNoProblems([viewWithoutPattern(describeToken(view))]);
  return routes.map((route) =>
    path(route.pattern, view, { init, ...(route.name !== undefined && { name: route.name }) }),
  );
}
