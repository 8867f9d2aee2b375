import type { HttpRequest } from './request';

/** An HTML page of an error, its stack and its source; `undefined` when the optional package `youch` cannot make one. */
export async function renderErrorPage(error: unknown, request: HttpRequest): Promise<string | undefined> {
  try {
    // The package is an ES module, so it must be imported, and only where somebody debugs.
    const { Youch } = await import('youch');
    const { url, method } = request;
    return await new Youch().toHTML(error, { request: { url, method } });
  } catch {
    return undefined;
  }
}
