import type { ServerResponse } from 'node:http';

import type { OpenRequest, OpenWork } from './http/open-work';
import { isClosed } from './http/closing';
import type { Connections } from './kernel-connections';
import { describeToken } from './metadata/token';

/** One line for each request that has not come to an end, and for each disposal of a request's object. */
export function describeOpenWork(work: OpenWork, connections: Connections): string[] {
  const known = new Set([...work.requests].map(({ reply }) => reply.raw));
  const others = connections.readResponses().filter((response) => !known.has(response));
  const disposals = [...work.disposals].map(
    ({ name, request }) => `the disposal of ${name}, of ${request.method} ${request.url}`,
  );
  return [...[...work.requests].map(describeRequest), ...others.map(describeOther), ...disposals];
}

function describeRequest(open: OpenRequest): string {
  const { request, reply, resolved } = open;
  const view = resolved ? `${describeToken(resolved.view)}${resolved.action ? `.${resolved.action}` : ''}` : 'no view';
  const age = reply.elapsedTime > 0 ? `, for ${Math.round(reply.elapsedTime)} ms` : '';
  return `${request.method} ${request.url} (${view}, ${describePlace(open)}${age})`;
}

function describePlace({ awaited, phase, reply }: OpenRequest): string {
  if (awaited !== undefined) return `in ${awaited}`;
  if (isClosed(reply)) return 'answered, but its view has not come to an end';
  return phase === 'sending' ? 'sending the answer' : 'in the view';
}

// It has not come to its view, or is a plugin's.
function describeOther({ req }: ServerResponse): string {
  const { originalUrl = req.url } = req as { readonly originalUrl?: string };
  return `${String(req.method)} ${String(originalUrl)} (reading its body, or in a plugin)`;
}
