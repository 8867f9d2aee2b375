import { assertAnswer } from './compare-answers';
import { sendBurst } from './load';
import { startServer } from './server-process';
import type { Workload } from './workloads';

const warmUp = 100_000;
const burstSeconds = 5;

/** How many bytes of heap each of at least `requests` requests over sockets leaves behind. */
export async function measureHeapGrowth(contender: string, workload: Workload, requests: number): Promise<number> {
  const server = await startServer(contender, workload.isLarge === true, 0);
  try {
    await assertAnswer(contender, server, workload);
    const send = async (least: number): Promise<number> => {
      let sent = 0;
      while (sent < least) sent += (await sendBurst(server, workload, burstSeconds)).requests;
      return sent;
    };
    await send(warmUp);
    const before = await server.readHeap();
    const sent = await send(requests);
    return ((await server.readHeap()) - before) / sent;
  } finally {
    await server.stop();
  }
}
