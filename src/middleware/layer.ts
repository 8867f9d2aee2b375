import type { HttpRequest } from '../http/request';
import type { HookName, MiddlewareHooks } from './hooks';

/** One middleware of a chain. */
export interface Layer {
  /** The name of its class. */
  readonly name: string;
  readonly hooks: ReadonlySet<HookName>;
  /** The instance that serves a request; one that is built for each request is built by the first call. */
  readonly read: (request: HttpRequest) => MiddlewareHooks;
  /** Tells whether the instance for a request could not be built; not there where it is built at the start. */
  readonly hasFailed: ((request: HttpRequest) => boolean) | undefined;
}

/** One hook of a chain. */
export interface Step {
  readonly layer: Layer;
  /** The place of the layer in the chain, from 0 for the outermost. */
  readonly depth: number;
}

/** The hooks of one kind, outermost first. A layer without the hook is not there, so it costs a request nothing. */
export function readSteps(layers: readonly Layer[], hook: HookName): Step[] {
  return layers.flatMap((layer, depth) => (layer.hooks.has(hook) ? [{ layer, depth }] : []));
}

/** `AuthMiddleware.processView`. */
export function describeHook({ layer }: Step, hook: HookName): string {
  return `${layer.name}.${hook}`;
}
