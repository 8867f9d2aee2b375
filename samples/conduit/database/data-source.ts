import { DataSource, type DataSourceOptions } from 'typeorm';
import { Article } from '../articles/article.entity';
import { Comment } from '../comments/comment.entity';
import { Favorite } from '../favorites/favorite.entity';
import { Follow } from '../profiles/follow.entity';
import type { ConduitSettings } from '../settings';
import { User } from '../users/user.entity';
import { migrate } from './migrate';
import { CreateTables1700000000000 } from './migrations/1700000000000-create-tables';
import { createPgliteSource } from './pglite';

/** Connects to the database of the settings, and brings its tables up to date. */
export async function openDataSource(settings: ConduitSettings): Promise<DataSource> {
  const source = await createDataSource(settings, {
    type: 'postgres',
    entities: [User, Follow, Article, Favorite, Comment],
    migrations: [CreateTables1700000000000],
    // Who waits longer for a connection gets an error.
    connectTimeoutMS: 10_000,
  });
  await source.initialize();
  await migrate(source);
  return source;
}

function createDataSource(settings: ConduitSettings, options: DataSourceOptions & { type: 'postgres' }) {
  const { databaseUrl, databasePoolSize, pgliteFolder } = settings;
  if (!databaseUrl) return createPgliteSource(pgliteFolder, options);
  return new DataSource({ ...options, url: databaseUrl.reveal(), poolSize: databasePoolSize });
}
