import { Presets, SingleBar } from 'cli-progress';

/** Shows how far a long task is. */
export interface Progress {
  start(name: string, total: number): void;
  advance(done: number): void;
  stop(): void;
}

/** A bar on a terminal; elsewhere, such as in a log, a line for each tenth. */
export function createProgress(output: NodeJS.WriteStream): Progress {
  return output.isTTY ? new ProgressBar(output) : new ProgressLines((line) => output.write(`${line}\n`));
}

class ProgressBar implements Progress {
  readonly #bar: SingleBar;

  constructor(stream: NodeJS.WriteStream) {
    this.#bar = new SingleBar({ stream, format: '{name} {bar} {value}/{total}' }, Presets.shades_classic);
  }

  start(name: string, total: number): void {
    this.#bar.start(total, 0, { name: name.padEnd(10) });
  }

  advance(done: number): void {
    this.#bar.increment(done);
  }

  stop(): void {
    this.#bar.stop();
  }
}

export class ProgressLines implements Progress {
  #name = '';
  #total = 0;
  #done = 0;

  constructor(private readonly print: (line: string) => void) {}

  start(name: string, total: number): void {
    [this.#name, this.#total, this.#done] = [name, total, 0];
  }

  advance(done: number): void {
    const before = this.#tenths();
    this.#done += done;
    if (this.#tenths() > before) this.print(`${this.#name} ${String(this.#done)}/${String(this.#total)}`);
  }

  stop(): void {
    // Every line is there already.
  }

  #tenths(): number {
    return Math.floor((10 * this.#done) / this.#total);
  }
}
