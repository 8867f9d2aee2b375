import { type DataSource, MigrationExecutor } from 'typeorm';

// Any number will do, as long as nothing else on the database locks the same.
const lock = 7_246_031;

/** Runs the migrations that have not run, once, however many processes start at the same time. */
export async function migrate(source: DataSource): Promise<void> {
  const runner = source.createQueryRunner();
  try {
    await runner.query('SELECT pg_advisory_lock($1)', [lock]);
    const migrations = new MigrationExecutor(source, runner);
    migrations.transaction = 'each';
    await migrations.executePendingMigrations();
  } finally {
    await runner.query('SELECT pg_advisory_unlock($1)', [lock]);
    await runner.release();
  }
}
