import { randomBytes } from 'node:crypto';
import { Cluster } from './cluster';

const { DATABASE_URL, REDIS_URL, JWT_KEY = randomBytes(32).toString('base64url') } = process.env;

async function main(): Promise<void> {
  if (DATABASE_URL === undefined || REDIS_URL === undefined) {
    throw new Error('Set DATABASE_URL and REDIS_URL: the processes share a PostgreSQL and a Redis.');
  }
  const cluster = new Cluster({ port: 3000, processPorts: [3001, 3002], env: { JWT_KEY }, output: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cluster.stop());

  await cluster.start();
  console.log(`Two processes of Conduit are at ${cluster.url}/api`);
}

void main();
