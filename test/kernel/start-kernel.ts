import { ConfigurationError, Kernel, type KernelOptions } from '../../src/index';

type Root = Parameters<typeof Kernel.create>[0];

const running: Kernel[] = [];

/** A silent kernel that reads nothing from the environment. It is closed after the test. */
export async function startKernel(root: Root, options: KernelOptions = {}): Promise<Kernel> {
  const kernel = await Kernel.create(root, { logger: false, env: {}, ...options });
  running.push(kernel);
  return kernel;
}

/** Closes what `startKernel` has started. */
export async function closeKernels(): Promise<void> {
  for (const kernel of running.splice(0)) await kernel.close();
}

/** The whole message with which a kernel refuses to start. */
export async function readRefusal(root: Root, options: KernelOptions = {}): Promise<string> {
  const error: unknown = await startKernel(root, options).then(undefined, (reason: unknown) => reason);
  if (error instanceof ConfigurationError) return error.message;
  throw new Error('The kernel was expected to refuse with a ConfigurationError.', { cause: error });
}

/** The status and the parsed JSON of an answer. */
export async function ask(kernel: Kernel, url: string, method: 'GET' | 'POST' | 'PUT' | 'DELETE' | 'OPTIONS' = 'GET') {
  const { statusCode, payload, headers } = await kernel.server.inject({ method, url });
  return { status: statusCode, body: payload === '' ? undefined : (JSON.parse(payload) as unknown), headers };
}
