import { Kernel } from 'quintet';
import { ConduitModule } from './app.module';
import { readJwtKey } from './auth/jwt-key';

describe('the settings', () => {
  it.each([
    [{ NODE_ENV: 'production' }, 'jwtKey'],
    [{ JWT_KEY: 'short' }, 'jwtKey'],
    [{ DATABASE_URL: 'mysql://localhost/conduit' }, 'databaseUrl'],
    [{ SIGN_IN_LIMIT: '0' }, 'signInLimit'],
  ])('do not start an application that would not be safe: %j', async (env, setting) => {
    await expect(Kernel.create(ConduitModule, { env })).rejects.toThrow(`ConduitSettings.${setting}`);
  });
});

describe('the key of tokens', () => {
  it('is made up where there is none, with a warning', () => {
    const warn = jest.fn();

    expect(readJwtKey({}, { warn })).toHaveLength(43);
    expect(readJwtKey({}, { warn })).not.toBe(readJwtKey({}, { warn }));
    expect(warn).toHaveBeenCalledWith(
      'JWT_KEY is not set: tokens are signed with a random key, and end with this process.',
    );
  });
});
