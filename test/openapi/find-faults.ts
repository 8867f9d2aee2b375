import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import type { OpenApiDocument } from '../../src/openapi/index';

const run = promisify(execFile);

// The validator is an ES module, which Jest cannot load.
const script = `
  import { Validator } from '@seriousme/openapi-schema-validator';
  let text = '';
  for await (const chunk of process.stdin) text += chunk;
  const { valid, errors } = await new Validator().validate(JSON.parse(text));
  process.stdout.write(JSON.stringify(valid ? [] : [errors].flat()));
`;

/** What a public validator says against a document. */
export async function findFaults(document: OpenApiDocument): Promise<unknown> {
  const running = run(process.execPath, ['--input-type=module', '--eval', script]);
  running.child.stdin?.end(JSON.stringify(document));
  const { stdout } = await running;
  return JSON.parse(stdout) as unknown;
}
