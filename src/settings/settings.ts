import { Setting } from './setting';

/** The least important record that is logged, in pino's words; `silent` logs none. */
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** Pino's levels, and `silent`. */
export const logLevels: readonly LogLevel[] = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/**
 * What an application reads from its environment, as fields with a type. The fields here are those of the framework;
 * a subclass adds those of the application and may give the framework's other defaults.
 *
 * A field is read from the variable of its name in capitals: `databaseUrl` from `DATABASE_URL`, `s3Key` from `S3_KEY`.
 * The environment comes before `.env`, and that before the field's initialiser. A variable that is set to nothing counts
 * as absent, and hides the one in `.env`. Lists are separated by commas. The object is frozen.
 *
 * @example
 * ```ts
 * export class AppSettings extends Settings {
 *   @IsUrl({ protocols: ['postgres'] }) databaseUrl!: string;
 *   @IsString({ each: true }) hosts: string[] = ['localhost'];
 *   @IsOptional() @IsInt() poolSize?: number;
 *   @Setting() jwtKey!: Secret;
 *   override readonly port = 8080;
 * }
 * ```
 */
export class Settings {
  /**
   * `DEBUG`, by default `false`: errors are answered with their details. Text that is no boolean is ignored here, since
   * the npm package `debug` reads its namespaces (`express:*`) from the same variable.
   */
  @Setting(Boolean) readonly debug: boolean = false;

  /** `HOST`, by default `127.0.0.1`: the address to listen on. `0.0.0.0` is every IPv4 address of the machine. */
  @Setting(String) readonly host: string = '127.0.0.1';

  /** `PORT`, by default 3000: the port to listen on, 0–65535. With 0 the system chooses a free one. */
  @Setting(Number) readonly port: number = 3000;

  /** `LOG_LEVEL`, by default `info`: `fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`. */
  @Setting(String) readonly logLevel: LogLevel = 'info';

  /** `BODY_LIMIT`, by default 1048576 (1 MiB): the bytes that the body of a request may have. */
  @Setting(Number) readonly bodyLimit: number = 1_048_576;

  /** `REQUEST_TIMEOUT`, by default 0: the milliseconds that a view may take until 503 is answered. 0 is no limit. */
  @Setting(Number) readonly requestTimeout: number = 0;

  /**
   * `START_TIMEOUT`, by default 30000: the milliseconds that making and starting one provider may take before the kernel
   * listens. 0 is no limit.
   */
  @Setting(Number) readonly startTimeout: number = 30_000;

  /**
   * `SHUTDOWN_TIMEOUT`, by default 10000: the milliseconds that open requests have to end when the kernel closes, and that
   * singletons have to stop after them.
   */
  @Setting(Number) readonly shutdownTimeout: number = 10_000;

  /**
   * `TRUSTED_PROXIES`, by default none: the proxies whose `X-Forwarded-…` headers are believed. IP addresses, ranges such
   * as `10.0.0.0/8`, and the names `loopback`, `linklocal` and `uniquelocal`.
   */
  @Setting([String]) readonly trustedProxies: readonly string[] = [];
}
