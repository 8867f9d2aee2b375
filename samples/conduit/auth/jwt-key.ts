import { randomBytes } from 'node:crypto';
import type { Logger } from 'quintet';
import type { ConduitSettings } from '../settings';

/** The key that signs tokens: that of the settings, else one for this run. */
export function readJwtKey({ jwtKey }: Pick<ConduitSettings, 'jwtKey'>, log: Pick<Logger, 'warn'>): string {
  if (jwtKey) return jwtKey.reveal();
  log.warn('JWT_KEY is not set: tokens are signed with a random key, and end with this process.');
  return randomBytes(32).toString('base64url');
}
