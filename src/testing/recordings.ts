import { HttpResponse } from '../http/response';
import type { HttpRequest } from '../http/request';
import type { RouteMatch } from '../http/route-match';
import type { AbstractClass } from '../metadata/class';
import type { TokenOf } from '../metadata/token';
import type { Observer } from '../middleware/observer';

/** What a kernel has done for one request. */
export class Recording {
  match: RouteMatch | undefined = undefined;
  readonly trace: string[] = [];
  answeredBy: string | undefined = undefined;
  /** The first error that nobody expected or handled. */
  failure: { readonly error: unknown } | undefined = undefined;
  view: object | undefined = undefined;
  readonly injected = new Map<TokenOf<unknown>, unknown>();
}

/** Records what a kernel does for the requests of a test, each known by its connection. */
export class Recordings implements Observer {
  readonly #recordings = new WeakMap<object, Recording>();
  /** What was injected while the kernel started. */
  readonly singletons = new Map<TokenOf<unknown>, unknown>();

  /** Records what comes over a connection. */
  begin(connection: object): Recording {
    const recording = new Recording();
    this.#recordings.set(connection, recording);
    return recording;
  }

  readonly onResolved = (request: HttpRequest, match: RouteMatch | undefined): void => {
    const recording = this.#find(request);
    if (recording) recording.match = match;
  };

  readonly onCalled = (request: HttpRequest, place: string): void => {
    this.#find(request)?.trace.push(place);
  };

  readonly onAnswered = (request: HttpRequest, place: string, answer: unknown): void => {
    const recording = this.#find(request);
    if (!recording) return;
    recording.answeredBy = place;
    // A hook has made something else of it.
    if (answer instanceof HttpResponse && answer.status < 500) recording.failure = undefined;
  };

  readonly onMapped = (request: HttpRequest, error: unknown, isExpected: boolean): void => {
    const recording = this.#find(request);
    if (!recording) return;
    recording.answeredBy = undefined;
    if (!isExpected) recording.failure ??= { error };
  };

  readonly onView = (request: HttpRequest, _type: AbstractClass, view: object): void => {
    const recording = this.#find(request);
    if (recording) recording.view = view;
  };

  readonly onInjected = (request: HttpRequest | undefined, token: TokenOf<unknown>, value: unknown): void => {
    if (request) this.#find(request)?.injected.set(token, value);
    else this.singletons.set(token, value);
  };

  #find({ raw }: HttpRequest): Recording | undefined {
    return this.#recordings.get(raw.socket);
  }
}
