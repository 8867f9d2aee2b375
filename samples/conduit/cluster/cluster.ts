import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** How a cluster is started. */
export interface ClusterOptions {
  /** Where nginx listens. */
  readonly port: number;
  /** Where the two processes listen. */
  readonly processPorts: readonly [number, number];
  /** The variables of both: one database, one Redis, one key for tokens. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly output: 'inherit' | 'ignore';
}

/** Two processes of Conduit behind nginx. */
export class Cluster {
  readonly #processes = new Map<number, ChildProcess>();
  #nginx: ChildProcess | undefined;
  #folder: string | undefined;

  constructor(private readonly options: ClusterOptions) {}

  get url(): string {
    return `http://127.0.0.1:${String(this.options.port)}`;
  }

  /** Starts all three, and waits until they answer. */
  async start(): Promise<void> {
    await Promise.all(this.options.processPorts.map((port) => this.startProcess(port)));
    await this.#startNginx();
  }

  /** Starts one process, and waits until it answers. */
  async startProcess(port: number): Promise<void> {
    const child = spawn(process.execPath, conduit, {
      env: { ...process.env, ...this.options.env, PORT: String(port), TRUSTED_PROXIES: 'loopback' },
      stdio: ['ignore', this.options.output, this.options.output],
    });
    this.#processes.set(port, child);
    await waitForAnswer(`http://127.0.0.1:${String(port)}`, child);
  }

  /** Ends one process with SIGTERM, as deployments do. Gives its exit code. */
  async stopProcess(port: number): Promise<number | null> {
    const child = this.#processes.get(port);
    this.#processes.delete(port);
    return end(child);
  }

  async stop(): Promise<void> {
    await end(this.#nginx);
    await Promise.all([...this.#processes.values()].map(end));
    if (this.#folder) await rm(this.#folder, { recursive: true });
  }

  async #startNginx(): Promise<void> {
    this.#folder = await mkdtemp(join(tmpdir(), 'conduit-nginx-'));
    const path = join(this.#folder, 'nginx.conf');
    await writeFile(path, await this.#readConfiguration());
    this.#nginx = spawn('nginx', ['-p', this.#folder, '-c', path, '-e', 'stderr'], {
      stdio: ['ignore', this.options.output, this.options.output],
    });
    await waitForAnswer(this.url, this.#nginx);
  }

  // The file as it stands, on the ports of this cluster.
  async #readConfiguration(): Promise<string> {
    const [first, second] = this.options.processPorts;
    const ports: Record<string, number> = { 3000: this.options.port, 3001: first, 3002: second };
    const text = await readFile(join(__dirname, 'nginx.conf'), 'utf8');
    return text.replace(/(?<=127\.0\.0\.1:)\d+/g, (port) => String(ports[port]));
  }
}

// As `npm start` does it.
const conduit = ['--require', 'ts-node/register/transpile-only', join(__dirname, '../main.ts')];

async function waitForAnswer(url: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await fetch(`${url}/api/tags`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await sleep(100);
  }
  throw new Error(`${child.spawnargs.join(' ')} ended before it answered.`);
}

async function end(child: ChildProcess | undefined): Promise<number | null> {
  if (!child) return null;
  if (child.exitCode === null && child.signalCode === null) {
    child.kill('SIGTERM');
    await once(child, 'exit');
  }
  return child.exitCode;
}
