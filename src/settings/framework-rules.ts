import { isIP } from 'node:net';
import { logLevels, type Settings } from './settings';

// Checked by hand: an application without rules of its own does not load class-validator.

/** Why a value of the framework's own settings is refused, or `undefined` when it is not. */
export function findBrokenFrameworkRule(field: string, value: unknown): string | undefined {
  const rule = Object.hasOwn(rules, field) ? rules[field as keyof Settings] : undefined;
  return rule && !rule.accepts(value) ? `it must be ${rule.expected}` : undefined;
}

/**
 * Tells whether a text is meant for somebody else: the npm package `debug` reads `DEBUG`, too. Words that people take for
 * a boolean are not foreign, so that they are reported rather than ignored.
 */
export function isForeignText(field: string, text: string): boolean {
  return field === 'debug' && !/^(true|false|yes|no|on|off|[ytnf01])$/i.test(text);
}

interface FrameworkRule {
  readonly expected: string;
  readonly accepts: (value: unknown) => boolean;
}

// setTimeout fires at once beyond it.
const longestDelay = 2_147_483_647;

const milliseconds: FrameworkRule = {
  expected: `a whole number of milliseconds from 0 to ${String(longestDelay)}`,
  accepts: (value) => isIntegerWithin(value, 0, longestDelay),
};

const rules: Partial<Record<keyof Settings, FrameworkRule>> = {
  host: { expected: 'an IP address or a host name', accepts: isHost },
  port: { expected: 'a whole number from 0 to 65535', accepts: (value) => isIntegerWithin(value, 0, 65_535) },
  logLevel: {
    expected: `one of ${logLevels.join(', ')}`,
    accepts: (value) => (logLevels as readonly unknown[]).includes(value),
  },
  bodyLimit: {
    expected: 'a whole number of bytes from 1',
    accepts: (value) => isIntegerWithin(value, 1, Number.MAX_SAFE_INTEGER),
  },
  requestTimeout: milliseconds,
  startTimeout: milliseconds,
  shutdownTimeout: milliseconds,
  trustedProxies: {
    expected: 'a list of IP addresses, ranges such as 10.0.0.0/8, and the names loopback, linklocal and uniquelocal',
    accepts: (value) => Array.isArray(value) && value.every(isProxy),
  },
};

function isIntegerWithin(value: unknown, least: number, greatest: number): boolean {
  return Number.isInteger(value) && (value as number) >= least && (value as number) <= greatest;
}

function isHost(value: unknown): boolean {
  return typeof value === 'string' && (isIP(value) !== 0 || /^[a-z0-9]([\w.-]*[a-z0-9])?$/i.test(value));
}

function isProxy(value: unknown): boolean {
  if (typeof value !== 'string') return false;
  if (['loopback', 'linklocal', 'uniquelocal'].includes(value)) return true;

  const [address = '', prefix, ...rest] = value.split('/');
  const version = isIP(address);
  if (version === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d+$/.test(prefix) && isIntegerWithin(Number(prefix), 1, version === 4 ? 32 : 128));
}
