import type { DependencyContainer, InjectionToken } from 'tsyringe';

import { ConfigurationError } from '../errors/configuration-error';
import { fixedContainer } from '../errors/provider-problems';
import type { HttpRequest } from '../http/request';
import type { TokenOf } from '../metadata/token';
import type { Build } from './node';
import { token as createToken } from './token';
import { TsyringeContainer } from './tsyringe-registrations';

/** What a factory without `inject` is called with. */
export const CONTAINER = createToken<DependencyContainer>('the container');

/** What a container is filled from. */
export interface ContainerSources {
  /** How the values of a token are built, in order; none where nothing provides it. */
  readonly readBuilds: (token: TokenOf<unknown>) => readonly Build[];
  /** Throws where a token must not be asked for, or not as a single value. */
  readonly assertSingle: (token: TokenOf<unknown>) => void;
}

/**
 * A container of tsyringe's without a parent, which learns a token when it is first asked for, and can be changed by
 * nobody else. One with a request is made directly on it, and costs nothing but itself.
 */
export class KernelContainer extends TsyringeContainer {
  readonly #sources: ContainerSources;
  readonly #root: KernelContainer | undefined;
  readonly #known = new Set<unknown>();

  constructor(
    sources: ContainerSources,
    root?: KernelContainer,
    /** What its values are built for; `undefined` for those that live as long as the kernel. */
    readonly request?: HttpRequest,
  ) {
    super(root);
    this.#sources = sources;
    this.#root = root;
  }

  /** One whose values are those of a request. */
  createFor(request: HttpRequest): KernelContainer {
    return new KernelContainer(this.#sources, this, request);
  }

  override resolve<T>(token: InjectionToken<T>, ...resolution: unknown[]): T {
    this.#sources.assertSingle(token as TokenOf<unknown>);
    this.#learn(token);
    return (super.resolve as (...parameters: unknown[]) => T).call(this, token, ...resolution);
  }

  override resolveAll<T>(token: InjectionToken<T>, ...resolution: unknown[]): T[] {
    this.#learn(token);
    return (super.resolveAll as (...parameters: unknown[]) => T[]).call(this, token, ...resolution);
  }

  override isRegistered(token: InjectionToken<unknown>, isRecursive?: boolean): boolean {
    this.#learn(token);
    return super.isRegistered(token, isRecursive);
  }

  override register = refuse('register');
  override registerInstance = refuse('registerInstance');
  override registerSingleton = refuse('registerSingleton');
  override registerType = refuse('registerType');
  override reset = refuse('reset');
  override clearInstances = refuse('clearInstances');
  override createChildContainer = refuse('createChildContainer');
  override beforeResolution = refuse('beforeResolution');
  override afterResolution = refuse('afterResolution');
  override dispose = refuse('dispose');

  #learn(token: unknown): void {
    if (this.#root) {
      this.#root.#learn(token);
    } else if (!this.#known.has(token)) {
      const builds = this.#sources.readBuilds(token as TokenOf<unknown>);
      this.#known.add(token);
      for (const build of builds) this.#add(token, build);
    }
  }

  #add(token: unknown, build: Build): void {
    const useFactory = (asked: DependencyContainer) => build(readRequest(asked) as HttpRequest);
    super.register(token as InjectionToken<unknown>, { useFactory });
  }
}

function readRequest(container: object): HttpRequest | undefined {
  return container instanceof KernelContainer ? container.request : undefined;
}

function refuse(method: string) {
  return (): never => {
    throw new ConfigurationError([fixedContainer(method)]);
  };
}
