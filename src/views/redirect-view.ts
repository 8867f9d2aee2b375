import { GoneError } from '../http/http-errors';
import { RedirectResponse } from '../http/redirect-response';
import type { HttpResponse } from '../http/response';
import type { Awaitable } from '../metadata/class';
import { injectMetadata } from '../metadata/injection';
import { attributeMetadata } from '../metadata/views';
import { Urls, type UrlParams } from '../routing/urls';
import { View } from './view';

/**
 * Redirects every request (Django's `RedirectView`): to `url`, or to the route that `routeName` names, with the
 * parameters of the path. Without either, 410 is answered.
 *
 * @example
 * ```ts
 * path('/articles/<int:id>', RedirectView, { init: { routeName: 'note', permanent: true } })
 * ```
 */
export class RedirectView extends View {
  /** Where to, as it is sent. */
  url: string | undefined = undefined;
  /** The name of a route whose parameters are those of the path. */
  routeName: string | undefined = undefined;
  /** 308 in place of 307: clients may remember it. Both keep the method and the body. */
  permanent = false;
  /** Whether the query of the request is appended. */
  queryString = false;

  constructor(private readonly urls: Urls) {
    super();
  }

  /** Where to redirect this request; `undefined` is answered with 410. */
  getRedirectUrl(): string | undefined {
    const url = this.routeName === undefined ? this.url : this.urls.reverse(this.routeName, this.params as UrlParams);
    if (url === undefined || !this.queryString) return url;

    const query = this.request.originalUrl.indexOf('?');
    return query === -1 ? url : `${url}${url.includes('?') ? '&' : '?'}${this.request.originalUrl.slice(query + 1)}`;
  }

  /** Redirects. */
  get(): Awaitable<HttpResponse> {
    return this.#redirect();
  }

  /** Redirects. */
  post(): Awaitable<HttpResponse> {
    return this.#redirect();
  }

  /** Redirects. */
  put(): Awaitable<HttpResponse> {
    return this.#redirect();
  }

  /** Redirects. */
  patch(): Awaitable<HttpResponse> {
    return this.#redirect();
  }

  /** Redirects. */
  delete(): Awaitable<HttpResponse> {
    return this.#redirect();
  }

  /** Redirects. */
  override options(): Awaitable<HttpResponse> {
    return this.#redirect();
  }

  #redirect(): HttpResponse {
    const url = this.getRedirectUrl();
    if (url === undefined) throw new GoneError();
    return new RedirectResponse(url, { status: this.permanent ? 308 : 307 });
  }
}

// What the decorators of a user's view would record.
injectMetadata.append(RedirectView, { index: 0, token: Urls, optional: false });
for (const name of ['url', 'routeName', 'permanent', 'queryString']) attributeMetadata.append(RedirectView, name);
