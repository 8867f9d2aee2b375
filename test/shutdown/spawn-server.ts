import { type ChildProcess, spawn } from 'node:child_process';

/** A server in a process of its own. */
export class SpawnedServer {
  output = '';
  readonly #process: ChildProcess;
  readonly #exit: Promise<{ readonly code: number | null; readonly signal: string | null }>;

  constructor(file: string, env: Readonly<Record<string, string>>) {
    this.#process = spawn(process.execPath, [file], {
      env: { PATH: process.env['PATH'] ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const read = (chunk: Buffer): void => {
      this.output += chunk.toString();
      this.#process.emit('output');
    };
    this.#process.stdout?.on('data', read);
    this.#process.stderr?.on('data', read);
    // `close`, not `exit`: then all of the output has been read.
    this.#exit = new Promise((resolve) => {
      this.#process.once('close', (code, signal) => {
        resolve({ code, signal });
        this.#process.emit('output');
      });
    });
  }

  /** Sends a signal. */
  kill(signal: NodeJS.Signals): void {
    this.#process.kill(signal);
  }

  /** The code with which the process ended by itself. */
  async waitForExit(): Promise<number | null> {
    return (await this.#exit).code;
  }

  /** Waits until the process has said a text. */
  async waitFor(text: string): Promise<void> {
    while (!this.output.includes(text)) {
      if (this.#process.exitCode !== null) throw new Error(`The server ended without "${text}": ${this.output}`);
      await new Promise((resolve) => this.#process.once('output', resolve));
    }
  }

  /** The URL where it listens. */
  async readOrigin(): Promise<string> {
    await this.waitFor('listening ');
    return /listening (\S+)/.exec(this.output)?.[1] ?? '';
  }

  /** Ends it, whatever it does. */
  destroy(): void {
    this.#process.kill('SIGKILL');
  }
}
