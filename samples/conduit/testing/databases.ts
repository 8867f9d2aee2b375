import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

/** A database that a test file has for itself. */
export interface TestDatabase {
  /** The variables by which Conduit's settings find it. */
  readonly env: Readonly<Record<string, string>>;
  remove(): Promise<void>;
}

/** A kind of database that Conduit runs on. */
export interface DatabaseKind {
  readonly name: string;
  create(): Promise<TestDatabase>;
}

const pglite: DatabaseKind = {
  name: 'PGlite',
  create: () => Promise.resolve({ env: { PGLITE_FOLDER: 'memory://' }, remove: () => Promise.resolve() }),
};

const { TEST_DATABASE_URL: serverUrl } = process.env;

/** PGlite, and PostgreSQL where `TEST_DATABASE_URL` names a server: `describe.each(databases)('…, on $name', …)`. */
export const databases: readonly DatabaseKind[] = [
  pglite,
  ...(serverUrl === undefined ? [] : [{ name: 'PostgreSQL', create: () => createDatabase(serverUrl) }]),
];

/** An empty database on a PostgreSQL server, which this URL leads to. */
export async function createDatabase(server: string): Promise<TestDatabase> {
  const name = `conduit_${randomUUID().replaceAll('-', '')}`;
  await execute(server, `CREATE DATABASE ${name}`);

  const url = new URL(server);
  url.pathname = name;
  return { env: { DATABASE_URL: url.href }, remove: () => execute(server, `DROP DATABASE ${name} WITH (FORCE)`) };
}

async function execute(server: string, statement: string): Promise<void> {
  const client = new Client({ connectionString: server });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
