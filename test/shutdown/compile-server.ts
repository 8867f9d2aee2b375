import { mkdirSync, mkdtempSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { transformFileSync } from '@swc/core';

const repository = join(__dirname, '../..');

/** Compiles the server and the framework, without looking at types, to a folder of their own; gives the server's file. */
export function compileServer(): { readonly folder: string; readonly file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'quintet-shutdown-'));
  const sources = readdirSync(join(repository, 'src'), { recursive: true, encoding: 'utf8' });
  for (const path of sources.filter((each) => each.endsWith('.ts'))) compile(join('src', path), folder);
  const file = compile('test/shutdown/server.ts', folder);
  symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return { folder, file };
}

// As tsconfig.json says, as far as it matters to the server.
function compile(path: string, folder: string): string {
  const { code } = transformFileSync(join(repository, path), {
    swcrc: false,
    module: { type: 'commonjs', ignoreDynamic: true },
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    },
  });
  const file = join(folder, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, code);
  return file;
}
