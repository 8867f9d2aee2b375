import type { TokenOf } from '../metadata/token';
import type { Graph } from './graph';
import type { Node } from './node';
import type { Singletons } from './singletons';

/**
 * Makes and starts all singletons of a graph: each when all that it needs has started, so what does not need each other
 * is started at the same time where it is asynchronous. Those that take what they want from the container come last, one
 * after the other.
 */
export async function startSingletons({ nodes }: Graph, singletons: Singletons): Promise<void> {
  const opaque = readOpaque(nodes.values());
  await startInOrder(
    [...nodes.values()].filter((node) => !opaque.has(node.token)),
    singletons,
  );

  // A factory may find more of them; a map is walked to its end also where it grows on the way.
  for (const node of nodes.values()) {
    if (node.scope === 'singleton' && !singletons.has(node)) await singletons.start(node);
  }
  singletons.endStart();
}

// Opaque ones, and what needs them.
function readOpaque(nodes: Iterable<Node>): ReadonlySet<TokenOf<unknown>> {
  const found = new Set<TokenOf<unknown>>();
  for (const node of nodes) {
    const isOpaque = node.isOpaque === true && node.scope === 'singleton';
    if (isOpaque || node.dependencies.some(({ token }) => token && found.has(token))) found.add(node.token);
  }
  return found;
}

async function startInOrder(nodes: readonly Node[], singletons: Singletons): Promise<void> {
  const jobs = new Map<TokenOf<unknown>, Promise<unknown>>();
  try {
    for (const node of nodes) {
      const needed = node.dependencies.flatMap(({ token }) => (token && jobs.get(token)) ?? []);
      const start = () => (node.scope === 'singleton' ? singletons.start(node) : undefined);
      const job = needed.length > 0 ? Promise.all(needed).then(start) : start();
      if (job) jobs.set(node.token, job);
    }
  } finally {
    // One that fails now is what the start fails with; another may fail later.
    for (const job of jobs.values()) job.catch(ignore);
  }
  await Promise.all(jobs.values());
}

function ignore(): void {
  // It is told by `Promise.all`, or comes too late.
}
