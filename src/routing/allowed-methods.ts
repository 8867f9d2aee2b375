import { type HttpMethod, httpMethods } from '../metadata/http-method';

/** The methods that `Allow` lists for a path, given all routes that match it. */
export function readAllowed(routes: readonly { readonly method: HttpMethod }[]): HttpMethod[] {
  const allowed = new Set<HttpMethod>(routes.map(({ method }) => method)).add('OPTIONS');
  if (allowed.has('GET')) allowed.add('HEAD');
  return httpMethods.filter((method) => allowed.has(method));
}
