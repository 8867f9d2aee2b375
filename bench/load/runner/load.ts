import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import type { ServerProcess } from './server-process';
import type { Workload } from './workloads';

/** What one burst of requests came to. */
export interface Burst {
  readonly requestsPerSecond: number;
  readonly requests: number;
  /** Microseconds of the server's CPU for one request. */
  readonly cpuPerRequest: number;
}

const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), 'load-'));

/** Asks a server for a workload with wrk, on the second core, over 50 connections. */
export async function sendBurst(server: ServerProcess, workload: Workload, seconds: number): Promise<Burst> {
  const cpuBefore = server.readCpu();
  const script = writeScript(workload);
  const options = ['-t1', '-c50', `-d${seconds}s`, '-s', script, server.url + workload.path];
  const { stdout } = await run('taskset', ['-c', '1', 'wrk', ...options]);

  const requests = Number(/(\d+) requests in/.exec(stdout)?.[1]);
  const requestsPerSecond = Number(/Requests\/sec:\s+([\d.]+)/.exec(stdout)?.[1]);
  const lost = /Socket errors: (.*)/.exec(stdout)?.[1];
  if (lost !== undefined) throw new Error(`Answers to ${workload.name} were lost: ${lost}`);
  return { requests, requestsPerSecond, cpuPerRequest: ((server.readCpu() - cpuBefore) / requests) * 1e6 };
}

function writeScript({ name, method, body }: Workload): string {
  const file = join(folder, `${name}.lua`);
  const lines = [`wrk.method = "${method}"`];
  if (body !== undefined) lines.push('wrk.headers["Content-Type"] = "application/json"', `wrk.body = [==[${body}]==]`);
  writeFileSync(file, lines.join('\n'));
  return file;
}

/** Fails with the way to get wrk where it is not installed. */
export async function assertTools(): Promise<void> {
  for (const tool of ['wrk', 'taskset']) {
    await run('which', [tool]).catch(() => {
      throw new Error(`${tool} is not installed. On Debian: apt-get install ${tool === 'wrk' ? 'wrk' : 'util-linux'}`);
    });
  }
}
