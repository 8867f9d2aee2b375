import { createTestKernel, fake, type TestClient, type TestKernel } from 'quintet/testing';
import { DataSource } from 'typeorm';
import { ConduitModule } from '../app.module';
import { Passwords } from '../auth/passwords';
import type { DatabaseKind } from './databases';
import { TestUser } from './test-user';

// A database is made first, which takes seconds on a busy machine.
jest.setTimeout(60_000);

/** The whole application on a database of its own, for a test file. */
export class Conduit {
  private constructor(
    private readonly kernel: TestKernel,
    private readonly removeDatabase: () => Promise<void>,
  ) {}

  static async start(kind: DatabaseKind, options: ConduitOptions = {}): Promise<Conduit> {
    const database = await kind.create();
    const kernel = await createTestKernel(ConduitModule, {
      env: { JWT_KEY: 'a key that is only good for the tests', SIGN_IN_LIMIT: '1000', ...database.env, ...options.env },
      contract: true,
      with: options.hashesPasswords ? [] : [quickPasswords],
    });
    return new Conduit(kernel, () => database.remove());
  }

  /** Asks as a visitor. */
  get client(): TestClient {
    return this.kernel.client;
  }

  get source(): DataSource {
    return this.kernel.container.resolve(DataSource);
  }

  /** Registers a user, as whom tests can ask. */
  async register(username: string): Promise<TestUser> {
    const user = { username, email: `${username}@example.com`, password: 'correct horse' };
    const { user: answer } = (await this.client.post('/api/users', { body: { user } })).json<{
      user: { token: string };
    }>();
    return new TestUser(this.client, username, answer.token);
  }

  async stop(): Promise<void> {
    await this.kernel.close();
    await this.removeDatabase();
  }
}

interface ConduitOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** A hash takes a quarter of a second, so that only tests about passwords make one. */
  readonly hashesPasswords?: boolean;
}

const quickPasswords = fake(Passwords, {
  hash: (password) => Promise.resolve(`plain ${password}`),
  verify: (password, hash) => Promise.resolve(hash === `plain ${password}`),
});
