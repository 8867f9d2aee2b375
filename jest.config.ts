import type { Config } from 'jest';
import { leftOut } from './test/support/left-out';

const config: Config = {
  testMatch: ['<rootDir>/test/**/*.test.ts', '<rootDir>/samples/**/*.test.ts'],
  // `npm run package` runs those: they pack and install the package first.
  testPathIgnorePatterns: [
    '/node_modules/',
    '<rootDir>/test/packaging/',
    ...leftOut.flatMap(({ pattern = [] }) => pattern),
  ],
  globalSetup: '<rootDir>/test/support/report-left-out.ts',
  // Jest leaves one core free, which on two cores is half of the machine.
  maxWorkers: '100%',
  // Both stay: `isolatedModules` would silence the warning 151002, and with it every type test.
  transform: {
    '^.+\\.ts$': ['ts-jest', { diagnostics: { ignoreCodes: [151002] } }],
    '/@electric-sql/pglite/.+\\.cjs$': '<rootDir>/samples/conduit/testing/pglite-transform.cjs',
  },
  transformIgnorePatterns: ['/node_modules/(?!@electric-sql/pglite/)'],
  // The samples' imports, as in the `paths` of tsconfig.json.
  moduleNameMapper: {
    '^quintet$': '<rootDir>/src/index.ts',
    '^quintet/openapi$': '<rootDir>/src/openapi/index.ts',
    '^quintet/testing$': '<rootDir>/src/testing/index.ts',
    '^quintet/testing/jest$': '<rootDir>/src/testing/jest.ts',
  },
  setupFiles: ['reflect-metadata'],
  setupFilesAfterEnv: ['<rootDir>/test/support/require-assertions.ts'],
  collectCoverageFrom: ['src/**/*.ts'],
  // Of lines, not of functions: each re-export of an index compiles to a getter that counts as one.
  coverageThreshold: { global: { lines: 100 } },
};

export default config;
