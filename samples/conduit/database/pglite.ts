import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { createPgConfig } from '@electric-sql/pglite/node-postgres';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { lockFolder } from './folder-lock';

type PostgresOptions = DataSourceOptions & { readonly type: 'postgres' };

/**
 * A data source on PostgreSQL inside this process.
 *
 * PGlite has one connection, and brings a stand-in for the socket of `pg`. So everything above is the same as with a
 * server: TypeORM, `pg`, and its pool, which at a size of one makes transactions wait for each other.
 */
export async function createPgliteSource(folder: string, options: PostgresOptions): Promise<DataSource> {
  const isInMemory = folder.startsWith('memory:');
  const unlock = isInMemory ? () => Promise.resolve() : await lockFolder(folder);
  const database = await PGlite.create(isInMemory ? folder : join(folder, 'data'));

  return new PgliteSource({ ...options, poolSize: 1, extra: createPgConfig(database) }, async () => {
    await database.close();
    await unlock();
  });
}

class PgliteSource extends DataSource {
  constructor(
    options: PostgresOptions,
    private readonly close: () => Promise<void>,
  ) {
    super(options);
  }

  override async destroy(): Promise<void> {
    await super.destroy();
    await this.close();
  }
}
