import { Passwords } from './passwords';

describe('passwords', () => {
  const passwords = new Passwords();

  it('are verified by their hash', async () => {
    const hash = await passwords.hash('open sesame');

    expect(await passwords.verify('open sesame', hash)).toBe(true);
    expect(await passwords.verify('open barley', hash)).toBe(false);
  });

  it('have a different hash each time, which tells how it was made', async () => {
    const [first, second] = await Promise.all([passwords.hash('same'), passwords.hash('same')]);

    expect(first).toMatch(/^scrypt\$16384\$8\$5\$[\w-]{22}\$[\w-]{43}$/);
    expect(second).not.toBe(first);
  });

  it('are the same however their characters are composed', async () => {
    expect(await passwords.verify('cafe\u0301', await passwords.hash('caf\u00e9'))).toBe(true);
  });

  it('are never right where there is no hash', async () => {
    expect(await passwords.verify('anything', undefined)).toBe(false);
  });
});
