import { readSettings } from '../../src/settings/read-settings';
import { Settings } from '../../src/settings/settings';

describe('the settings of the framework', () => {
  it('have these defaults', async () => {
    const { settings } = await readSettings(Settings, { env: {} });

    expect(Object.fromEntries(Object.entries(settings ?? {}))).toEqual({
      debug: false,
      host: '127.0.0.1',
      port: 3000,
      logLevel: 'info',
      bodyLimit: 1_048_576,
      requestTimeout: 0,
      startTimeout: 30_000,
      shutdownTimeout: 10_000,
      trustedProxies: [],
    });
  });

  it('do not load class-validator', async () => {
    await readSettings(Settings, { env: {} });

    expect(globalThis).not.toHaveProperty('classValidatorMetadataStorage');
  });

  it.each<[keyof Settings, string, string, unknown]>([
    ['debug', 'DEBUG', 'true', true],
    ['debug', 'DEBUG', '1', true],
    ['debug', 'DEBUG', '0', false],
    ['debug', 'DEBUG', '*', false],
    ['debug', 'DEBUG', 'express:*,-knex', false],
    ['host', 'HOST', '::', '::'],
    ['host', 'HOST', 'localhost', 'localhost'],
    ['host', 'HOST', 'my-app.internal', 'my-app.internal'],
    ['port', 'PORT', '0', 0],
    ['port', 'PORT', '65535', 65535],
    ['logLevel', 'LOG_LEVEL', 'silent', 'silent'],
    ['bodyLimit', 'BODY_LIMIT', '1', 1],
    ['requestTimeout', 'REQUEST_TIMEOUT', '2147483647', 2147483647],
    ['startTimeout', 'START_TIMEOUT', '0', 0],
    ['shutdownTimeout', 'SHUTDOWN_TIMEOUT', '0', 0],
    [
      'trustedProxies',
      'TRUSTED_PROXIES',
      'loopback, 10.0.0.0/8,fd00::/128,::1,192.168.0.1/32',
      ['loopback', '10.0.0.0/8', 'fd00::/128', '::1', '192.168.0.1/32'],
    ],
  ])('take %s from %s=%s', async (field, variable, text, value) => {
    const { settings, problems } = await readSettings(Settings, { env: { [variable]: text } });

    expect(problems).toEqual([]);
    expect(settings?.[field]).toEqual(value);
  });

  const milliseconds = 'a whole number of milliseconds from 0 to 2147483647';
  const proxies =
    'a list of IP addresses, ranges such as 10.0.0.0/8, and the names loopback, linklocal and uniquelocal';

  it.each([
    ['debug', 'DEBUG', 'True', 'true or false, or 1 or 0'],
    ['debug', 'DEBUG', 'on', 'true or false, or 1 or 0'],
    ['host', 'HOST', 'http://localhost', 'an IP address or a host name'],
    ['host', 'HOST', 'localhost:3000', 'an IP address or a host name'],
    ['port', 'PORT', '-1', 'a whole number from 0 to 65535'],
    ['port', 'PORT', '65536', 'a whole number from 0 to 65535'],
    ['port', 'PORT', '80.5', 'a whole number from 0 to 65535'],
    ['port', 'PORT', '/run/app.sock', 'a number'],
    ['logLevel', 'LOG_LEVEL', 'INFO', 'one of fatal, error, warn, info, debug, trace, silent'],
    ['bodyLimit', 'BODY_LIMIT', '0', 'a whole number of bytes from 1'],
    ['bodyLimit', 'BODY_LIMIT', '1mb', 'a number'],
    ['requestTimeout', 'REQUEST_TIMEOUT', '-1', milliseconds],
    ['requestTimeout', 'REQUEST_TIMEOUT', '2147483648', milliseconds],
    ['startTimeout', 'START_TIMEOUT', '0.5', milliseconds],
    ['shutdownTimeout', 'SHUTDOWN_TIMEOUT', '0.5', milliseconds],
    ['trustedProxies', 'TRUSTED_PROXIES', '*', proxies],
    ['trustedProxies', 'TRUSTED_PROXIES', '10.0.0.0/33', proxies],
    ['trustedProxies', 'TRUSTED_PROXIES', '10.0.0.0/0', proxies],
    ['trustedProxies', 'TRUSTED_PROXIES', '10.0.0.0/8/8', proxies],
    ['trustedProxies', 'TRUSTED_PROXIES', 'fd00::/129', proxies],
    ['trustedProxies', 'TRUSTED_PROXIES', '10.0.0.0/x', proxies],
    ['trustedProxies', 'TRUSTED_PROXIES', 'proxy.internal', proxies],
  ])('refuse for %s %s=%s', async (field, variable, text, expected) => {
    const { problems } = await readSettings(Settings, { env: { [variable]: text } });

    expect(problems).toEqual([
      {
        code: 'Q403',
        problem: `${variable} is "${text}", which does not fit Settings.${field}: it must be ${expected}.`,
        fix: `Correct ${variable} in the environment.`,
      },
    ]);
  });
});
