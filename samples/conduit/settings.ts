import { IsIn, IsInt, IsOptional, IsString, IsUrl, Min, MinLength, ValidateIf } from 'class-validator';
import { Secret, Settings } from 'quintet';

const postgres = { protocols: ['postgres', 'postgresql'], require_tld: false };
const redis = { protocols: ['redis', 'rediss'], require_tld: false };

/** What Conduit reads from its environment and `.env`. With nothing set it runs on its own, for development. */
export class ConduitSettings extends Settings {
  @IsIn(['development', 'test', 'production']) nodeEnv = 'development';

  /** The PostgreSQL to use. Without one, PGlite runs in the process. */
  @IsOptional() @IsUrl(postgres) databaseUrl?: Secret;

  /** The most connections to that PostgreSQL. */
  @IsInt() @Min(1) databasePoolSize = 10;

  /** Where PGlite keeps its files; `memory://` keeps them nowhere. */
  @IsString() pgliteFolder = '.conduit';

  /** Shares the counts of the rate limit between processes. */
  @IsOptional() @IsUrl(redis) redisUrl?: Secret;

  /** What the names of Conduit's keys in that Redis begin with. */
  @IsString() redisPrefix = 'conduit:';

  /** Signs the tokens. Required in production; elsewhere one is made up at each start. */
  @ValidateIf(({ nodeEnv, jwtKey }: ConduitSettings) => nodeEnv === 'production' || jwtKey !== undefined)
  @MinLength(32)
  jwtKey?: Secret;

  /** How long a token is good for, in the words of `@fastify/jwt`. */
  @IsString() jwtExpiresIn = '30d';

  /** Log-ins and registrations that one address may try in a minute. */
  @IsInt() @Min(1) signInLimit = 20;

  /** Origins that browsers may call from; `*` is any. */
  @IsString({ each: true }) corsOrigins: string[] = ['*'];
}
