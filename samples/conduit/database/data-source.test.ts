import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { Conduit } from '../testing/conduit';
import { databases } from '../testing/databases';
import { migrate } from './migrate';

describe.each(databases)('the database, on $name', (kind) => {
  let conduit: Conduit;
  let source: DataSource;

  beforeAll(async () => {
    conduit = await Conduit.start(kind);
    source = conduit.source;
  });

  afterAll(() => conduit.stop());

  it('has the tables that the entities describe', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();

    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('is migrated once, also when processes start together', async () => {
    await Promise.all([migrate(source), migrate(source), migrate(source)]);

    expect(await source.query('SELECT name FROM migrations')).toEqual([{ name: 'CreateTables1700000000000' }]);
  });

  it('keeps transactions apart that run at the same time', async () => {
    const steps: string[] = [];
    const insert = (slug: string) =>
      source.transaction(async (transaction) => {
        steps.push(`${slug} begins`);
        await transaction.query('SELECT 1');
        await transaction.query(
          'INSERT INTO users (username, username_key, email, email_key, password_hash) VALUES ($1, $1, $1, $1, $1)',
          [slug],
        );
        steps.push(`${slug} ends`);
        if (slug === 'b') throw new Error('undo');
      });

    await Promise.allSettled(['a', 'b', 'c'].map(insert));

    expect(steps).toHaveLength(6);
    expect(await source.query('SELECT username FROM users ORDER BY username')).toEqual([
      { username: 'a' },
      { username: 'c' },
    ]);
  });

  it('is taken back by the migrations, and made again', async () => {
    const readTable = () => source.query("SELECT to_regclass('users')::text AS users");

    await source.undoLastMigration();
    expect(await readTable()).toEqual([{ users: null }]);

    await migrate(source);
    expect(await readTable()).toEqual([{ users: 'users' }]);
  });
});

describe('the database in a folder', () => {
  it('is there again after a restart', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'conduit-'));
    const kind = { name: 'a folder', create: () => Promise.resolve({ env: { PGLITE_FOLDER: folder }, remove }) };
    const remove = () => Promise.resolve();

    const first = await Conduit.start(kind);
    await first.register('jane');
    await first.stop();
    const second = await Conduit.start(kind);
    const response = await second.client.get('/api/profiles/jane');
    await second.stop();
    rmSync(folder, { recursive: true });

    expect(response.status).toBe(200);
  });
});
