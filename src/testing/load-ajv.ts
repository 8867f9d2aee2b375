import type Ajv2020 from 'ajv/dist/2020';

import { assertNoProblems } from '../errors/configuration-error';
import { missingAjv } from '../errors/openapi-problems';

/**
 * What checks values against schemas: ajv, an optional package.
 *
 * @throws {ConfigurationError} where it is not installed
 */
export function createAjv(): Ajv2020 {
  const Ajv = loadAjv();
  // Formats are words for readers: without more packages ajv knows none.
  return new Ajv({ strict: false, allErrors: true, validateFormats: false });
}

function loadAjv(): typeof Ajv2020 {
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- only who asks for contracts has it
    return require('ajv/dist/2020') as typeof Ajv2020;
  } catch {
    assertNoProblems([missingAjv()]);
    throw new TypeError('ajv is missing.');
  }
}
