/** What all contenders answer from: the same values, so that only the framework differs. */

/** A stored user, with a field that must not leave. */
export interface StoredUser {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly age: number;
  readonly active: boolean;
  readonly tags: readonly string[];
  readonly address: { readonly street: string; readonly city: string; readonly zip: string };
  readonly passwordHash: string;
}

/** The hundred users of the list. */
export const users: readonly StoredUser[] = Array.from({ length: 100 }, (_, index) => ({
  id: index + 1,
  name: `User ${index + 1}`,
  email: `user${index + 1}@example.com`,
  age: 20 + (index % 50),
  active: index % 2 === 0,
  tags: ['reader', 'writer'],
  address: { street: `${index + 1} Main Street`, city: 'Berlin', zip: '10115' },
  passwordHash: 'never to be seen',
}));

/** A catalogue of things: what the cycle's view reads. */
export class Catalog {
  title(id: number): string {
    return `Thing ${id}`;
  }
}

/** The names of the headers that the four middleware set. */
export const layers = ['x-layer-1', 'x-layer-2', 'x-layer-3', 'x-layer-4'] as const;

/** How many routes and providers a large application has beside those that are asked. */
export const large = process.env['LARGE'] === '1' ? { routes: 1000, providers: 2000 } : { routes: 0, providers: 0 };

/** The port that the runner chose. */
export const port = Number(process.env['PORT'] ?? 3000);

/** Tells the runner that requests are answered, and, when it asks, how much of the heap is in use. */
export function tellReady(): void {
  process.on('SIGUSR2', () => {
    // The runner starts the process with `--expose-gc`.
    (globalThis as { gc?: () => void }).gc?.();
    process.stdout.write(`heap ${process.memoryUsage().heapUsed}\n`);
  });
  process.stdout.write('ready\n');
}
