import { Kernel } from '../kernel';
import type { KernelOptions } from '../kernel-options';
import type { Class } from '../metadata/class';
import { type Replacement, readReplacements } from './replacements';
import { createTestClient, type TestClient } from './test-client';

/** What a test kernel can be told. */
export interface TestKernelOptions extends Pick<KernelOptions, 'fastify' | 'logger'> {
  /** Fakes and providers that take the place of the application's own. */
  readonly with?: readonly Replacement[];
  /** The variables that settings are read from; none by default. The environment and `.env` are not read. */
  readonly env?: Readonly<Record<string, string>>;
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
 * @throws {ConfigurationError} as `Kernel.create` does, and when a replacement would replace nothing
 */
export async function createTestKernel(module: Class, options: TestKernelOptions = {}): Promise<TestKernel> {
  const { with: replacements = [], env = {}, logger = false, fastify = {} } = options;
  const providers = readReplacements(module, replacements);
  const kernel = await Kernel.create(module, { providers, env, logger, fastify });

  return Object.assign(kernel, { client: createTestClient(kernel.server.server) });
}
