import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { compilerOptions } from './compiler-options';
import { Consumer } from './consumer';

let consumer: Consumer;

beforeAll(() => {
  consumer = new Consumer();
});

afterAll(() => {
  consumer.remove();
});

describe('the samples', () => {
  it('compile in a project of a user, and pass their tests', () => {
    consumer.copy('samples');
    consumer.install(readNamedPackages('samples/conduit/README.md'));
    consumer.write('samples/tsconfig.json', JSON.stringify({ compilerOptions, exclude: ['conduit'] }));
    // As its README says.
    const conduit = { compilerOptions: { ...compilerOptions, skipLibCheck: true } };
    consumer.write('samples/conduit/tsconfig.json', JSON.stringify(conduit));

    consumer.tool('tsc', '--project', 'samples');
    consumer.tool('tsc', '--project', 'samples/conduit');

    expect(consumer.jest('samples', samplesConfig)).toMatchObject({ success: true });
    // It installs a database driver and makes a dozen databases.
  }, 600_000);
});

// What a README tells its reader to install beside Quintet.
function readNamedPackages(path: string): string[] {
  const readme = readFileSync(join(__dirname, '../..', path), 'utf8');
  return [...readme.matchAll(/^ {4}npm install (.+)$/gm)]
    .flatMap(([, names = '']) => names.split(' '))
    .filter((name) => !name.startsWith('--'));
}

// As in jest.config.ts. The test of two processes starts them from the repository.
const samplesConfig = {
  testMatch: ['**/*.test.js'],
  transform: { '/@electric-sql/pglite/.+\\.cjs$': '<rootDir>/conduit/testing/pglite-transform.cjs' },
  transformIgnorePatterns: ['/node_modules/(?!@electric-sql/pglite/)'],
  testPathIgnorePatterns: ['/node_modules/', '<rootDir>/conduit/cluster/'],
};
