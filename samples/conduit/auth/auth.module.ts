import rateLimit from '@fastify/rate-limit';
import jwt from '@fastify/jwt';
import { Redis } from 'ioredis';
import { Logger, Module, plugin, provide, token } from 'quintet';
import { ConduitSettings } from '../settings';
import { readJwtKey } from './jwt-key';
import { extractToken } from './tokens';

/** The Redis that the processes share, where there is one. */
export const REDIS = token<Redis | undefined>('Redis');

@Module({
  providers: [
    provide(REDIS, {
      inject: [ConduitSettings],
      useFactory: ({ redisUrl, redisPrefix }) => redisUrl && new Redis(redisUrl.reveal(), { keyPrefix: redisPrefix }),
      dispose: (redis) => redis?.quit(),
    }),
  ],
  plugins: [
    plugin(jwt, {
      inject: [ConduitSettings, Logger],
      useFactory: (settings, log) => ({
        secret: readJwtKey(settings, log),
        sign: { expiresIn: settings.jwtExpiresIn },
        verify: { extractToken },
      }),
    }),
    plugin(rateLimit, {
      inject: [ConduitSettings, REDIS],
      useFactory: ({ signInLimit }, redis) => ({
        global: false,
        max: signInLimit,
        timeWindow: '1 minute',
        nameSpace: 'sign-in:',
        redis,
      }),
    }),
  ],
})
export class AuthModule {}
