import { chromiumPath } from './chromium';

const { TEST_DATABASE_URL, TEST_REDIS_URL } = process.env;

/** Suites that need a service which this run has not, and what would bring them in. */
export const leftOut = [
  {
    suites: 'what samples/conduit does on PostgreSQL (it runs on PGlite)',
    needs: 'TEST_DATABASE_URL',
    isLeftOut: !TEST_DATABASE_URL,
    pattern: undefined,
  },
  {
    suites: 'samples/conduit/cluster',
    needs: 'TEST_DATABASE_URL, TEST_REDIS_URL and nginx',
    isLeftOut: !TEST_DATABASE_URL || !TEST_REDIS_URL,
    pattern: '<rootDir>/samples/conduit/cluster/',
  },
  {
    suites: 'test/openapi/pages, which looks at /docs in a browser',
    needs: 'Chromium, at /usr/bin/chromium or where CHROMIUM says',
    isLeftOut: chromiumPath === undefined,
    pattern: '<rootDir>/test/openapi/pages',
  },
].filter(({ isLeftOut }) => isLeftOut);
