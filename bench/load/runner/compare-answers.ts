import type { ServerProcess } from './server-process';
import type { Workload } from './workloads';

/** Asks once, and fails when the answer is not the one that all contenders must give. */
export async function assertAnswer(contender: string, server: ServerProcess, workload: Workload): Promise<void> {
  const { method, path, body, expects } = workload;
  const response = await fetch(server.url + path, {
    method,
    ...(body !== undefined && { body, headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  const fail = (what: string): never => {
    throw new Error(`${contender} answers ${workload.name} wrongly: ${what}: ${text.slice(0, 300)}`);
  };

  if (!expects.statuses.includes(response.status)) fail(`status ${response.status}`);
  if (expects.json?.(JSON.parse(text)) === false) fail('another body');
  for (const name of expects.headers ?? []) if (!response.headers.has(name)) fail(`no header ${name}`);
}
