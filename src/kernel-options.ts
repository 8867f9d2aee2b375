import type { FastifyBaseLogger, FastifyServerOptions } from 'fastify';

import type { InputLimits } from './binding/validation/input-options';
import { readToken } from './injection/listed-providers';
import type { Class } from './metadata/class';
import type { UnknownProperties } from './metadata/parameters';
import type { Provider, ProviderLiteral } from './metadata/provider';
import type { TokenOf } from './metadata/token';
import type { Observer } from './middleware/observer';

/** How arguments are validated. */
export interface ValidationOptions {
  /** What becomes of keys that no rule of their class names: refused with 422 unless told. */
  readonly unknownProperties?: UnknownProperties;
  /** How far a body may go: 32 levels, 10,000 items in a list, 100 issues told, unless told. */
  readonly limits?: Partial<InputLimits>;
}

/** What `Kernel.create` can be told. */
export interface KernelOptions {
  /**
   * Fastify's option: `false` for no log, pino's options, or a logger. By default pino, from the settings' `logLevel` up.
   */
  readonly logger?: NonNullable<FastifyServerOptions['logger']> | FastifyBaseLogger;
  /** Any other option of Fastify. They win over the settings. */
  readonly fastify?: Omit<FastifyServerOptions, 'logger' | 'loggerInstance' | 'frameworkErrors'>;
  /** Providers that count beside those of the modules. */
  readonly providers?: readonly (Class | Provider | ProviderLiteral)[];
  /** How the bodies, queries and other arguments of all views are validated. */
  readonly validation?: ValidationOptions;
  /**
   * Whether SIGTERM and SIGINT end a kernel that listens, and then the process: `true` unless told. With `false` the
   * application calls `close` itself.
   */
  readonly signals?: boolean;
  /** The variables that settings are read from, in place of the environment and `.env`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Sees what runs for each request. @internal */
  readonly observer?: Observer;
}

/** The tokens whose values the kernel is given, in place of what the modules provide. */
export function readGiven({ providers = [] }: KernelOptions): ReadonlySet<TokenOf<unknown>> {
  return new Set(providers.flatMap((each) => readToken(each) ?? []));
}
