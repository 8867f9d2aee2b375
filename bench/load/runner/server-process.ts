import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

import { nodeOptions, openFolder } from './folders';

/** A contender that runs, on the first core. */
export interface ServerProcess {
  readonly url: string;
  /** Milliseconds from the start of the process until it answers. */
  readonly startTime: number;
  /** The process's memory in MB. */
  readRss(): number;
  /** Seconds of CPU that the process has used. */
  readCpu(): number;
  /** Bytes of the heap that are in use after a collection. */
  readHeap(): Promise<number>;
  stop(): Promise<void>;
}

/** Starts a contender in a process of its own, from the folder of a pass. */
export async function startServer(contender: string, isLarge: boolean, pass: number): Promise<ServerProcess> {
  const file = findServer(contender, openFolder(pass));
  if (file === undefined)
    throw new Error(`There is no contender "${contender}". Its server belongs in contenders/${contender}/server.ts.`);

  const port = await findPort();
  const env = { ...process.env, PORT: String(port), LARGE: isLarge ? '1' : '0', NODE_ENV: 'production' };
  const startedAt = performance.now();
  const child = spawn('taskset', ['-c', '0', process.execPath, ...nodeOptions, '--expose-gc', file], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await waitUntilReady(child, contender);
  const startTime = performance.now() - startedAt;

  return {
    url: `http://127.0.0.1:${port}`,
    startTime,
    readRss: () => readStatus(child.pid, /^VmRSS:\s+(\d+)/m) / 1024,
    readCpu: () => readCpuTime(child.pid),
    readHeap: () => askForHeap(child),
    stop: () => stop(child),
  };
}

function findServer(contender: string, folder: string): string | undefined {
  const names = ['server.js', 'server.mjs'];
  return names.map((name) => join(folder, 'dist', 'contenders', contender, name)).find((file) => existsSync(file));
}

function findPort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : 0);
      });
    });
  });
}

function waitUntilReady(child: ChildProcess, contender: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(new Error(`${contender} was not ready within 30 seconds.`));
    }, 30_000);
    child.stdout?.on('data', (text: Buffer) => {
      if (!text.toString().includes('ready')) return;
      clearTimeout(timer);
      resolve();
    });
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`${contender} ended with ${code ?? 'a signal'} before it was ready.`));
    });
  });
}

function askForHeap(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (text: Buffer): void => {
      output += text.toString();
      const bytes = /heap (\d+)\n/.exec(output)?.[1];
      if (bytes === undefined) return;
      child.stdout?.off('data', read);
      resolve(Number(bytes));
    };
    child.stdout?.on('data', read);
    child.once('exit', () => {
      reject(new Error('The server ended before it told its heap.'));
    });
    child.kill('SIGUSR2');
  });
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => {
      resolve();
    });
    child.kill('SIGKILL');
  });
}

function readStatus(pid: number | undefined, pattern: RegExp): number {
  return Number(pattern.exec(readFileSync(`/proc/${pid ?? 0}/status`, 'utf8'))?.[1]);
}

// Fields 14 and 15 of proc(5) stat, in ticks of 10 ms; the name in front may contain spaces.
function readCpuTime(pid: number | undefined): number {
  const stat = readFileSync(`/proc/${pid ?? 0}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
