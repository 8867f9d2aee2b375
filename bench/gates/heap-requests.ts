import { Get, Injectable, Route } from '../../src/index';
import { type Gate, reportGates } from './gate';
import { nextTurn, readHeap } from './heap';
import { createStubCycle, type StubCycle } from './stub-cycle';

let disposals = 0;

@Injectable()
class Catalog {}

@Injectable({ scope: 'transient' })
class Formatter {
  readonly digits = [1, 2, 3];
}

@Injectable({ scope: 'request' })
class Session {
  readonly notes: string[] = ['a', 'b'];
}

@Injectable({ scope: 'request' })
class Connection {
  constructor(readonly session: Session) {}
  dispose() {
    disposals++;
  }
}

@Injectable({ scope: 'request' })
class Transaction {
  constructor(readonly connection: Connection) {}
  async [Symbol.asyncDispose]() {
    await Promise.resolve();
    disposals++;
  }
}

@Route('/')
class HeapView {
  constructor(
    readonly catalog: Catalog,
    readonly formatter: Formatter,
    readonly session: Session,
    readonly transaction: Transaction,
  ) {}

  @Get() show() {
    return { notes: this.session.notes };
  }
}

const warmUp = 100_000;

/** How many bytes of heap a request leaves behind, through a view with objects of every kind. */
async function measureHeap(requests: number): Promise<Gate[]> {
  const cycle = await createStubCycle({ routes: [HeapView] }, '/');
  await run(cycle, warmUp);
  const before = await readHeap();
  disposals = 0;
  await run(cycle, requests);
  const after = await readHeap();
  if (disposals !== 2 * requests) throw new Error(`${disposals} objects were disposed, not ${2 * requests}.`);
  await cycle.kernel.close();
  return [{ name: `heap-per-request-of-${requests}-bytes`, figure: (after - before) / requests, limit: 5 }];
}

async function run({ open, answer, close }: StubCycle, requests: number): Promise<void> {
  for (let index = 1; index <= requests; index++) {
    const reply = open();
    answer(reply);
    close(reply);
    if (index % 100 === 0) await nextTurn();
  }
  await nextTurn();
}

reportGates(measureHeap(Number(process.env['REQUESTS'] ?? 200_000)));
