import { readFileSync } from 'node:fs';
import ts from 'typescript';

import * as quintet from '../../src/index';
import { readModules } from './read-modules';

/** Runs a module that a page shows, such as `notes.ts`, and gives what it exports. */
export function runPageModule(page: string, name: string): Record<string, unknown> {
  const found = readModules(readFileSync(page, 'utf8')).find((each) => each.name === name);
  if (!found) throw new Error(`${page} shows no ${name}.`);

  const { outputText } = ts.transpileModule(found.text, { compilerOptions });
  const exported: Record<string, unknown> = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- a page's code is what is tested
  const run = new Function('exports', 'require', outputText) as (...given: unknown[]) => void;
  run(exported, (specifier: string): unknown => (specifier === 'quintet' ? quintet : load(specifier)));
  return exported;
}

const load = (specifier: string): unknown => jest.requireActual(specifier);

const compilerOptions: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.CommonJS,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  useDefineForClassFields: false,
};
