import { fakeTimersAtClose, fakeTimersAtStart } from '../errors/testing-problems';
import { Kernel } from '../kernel';
import type { KernelOptions } from '../kernel-options';
import type { Class } from '../metadata/class';
import { Contract } from './contract';
import { assertRealTimers } from './fake-timers';
import { Recordings } from './recordings';
import { type Replacement, readReplacements } from './replacements';
import { createTestClient, type TestClient } from './test-client';

/** What a test kernel can be told. */
export interface TestKernelOptions extends Pick<KernelOptions, 'fastify' | 'logger'> {
  /** Fakes and providers that take the place of the application's own. */
  readonly with?: readonly Replacement[];
  /** The variables that settings are read from; none by default. The environment and `.env` are not read. */
  readonly env?: Readonly<Record<string, string>>;
  /** Listens on a free port of 127.0.0.1, which the client then asks; in memory unless told. */
  readonly socket?: boolean;
  /**
   * Checks all answers to the client against the document of the application: the one that `openApi` serves, or would serve.
   * It needs the package `ajv`.
   */
  readonly contract?: boolean;
}

/** A kernel with a client of it. */
export type TestKernel = Kernel & { readonly client: TestClient };

/**
 * The application as it runs, with some of its parts replaced, and a client that asks it without a port. It logs nothing
 * unless told.
 *
 * @example
 * ```ts
 * const kernel = await createTestKernel(AppModule, { with: [fake(Notes, { find: async () => undefined })] });
 * expect((await kernel.client.get('/notes/1')).status).toBe(404);
 * await kernel.close();
 * ```
 *
 * @throws {ConfigurationError} as `Kernel.create` does, when a replacement would replace nothing, and under fake timers
 */
export async function createTestKernel(module: Class, options: TestKernelOptions = {}): Promise<TestKernel> {
  assertRealTimers(fakeTimersAtStart);
  const { with: replacements = [], env = {}, logger = false, fastify = {}, socket = false, contract = false } = options;
  const providers = readReplacements(module, replacements);
  const recordings = new Recordings();
  const kernel = await Kernel.create(module, { providers, env, logger, fastify, observer: recordings, signals: false });
  if (socket) await kernel.listen({ host: '127.0.0.1', port: 0 });

  let checked: Contract | undefined;
  const readContract = () => (checked ??= Contract.of(kernel.server));
  const client = createTestClient({ server: kernel.server.server, recordings, readContract }, { contract });
  const close = kernel.close.bind(kernel);
  return Object.assign(kernel, {
    client,
    close: async () => {
      assertRealTimers(fakeTimersAtClose);
      await close();
    },
  });
}
