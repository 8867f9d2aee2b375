import { join } from 'node:path';

/** Where the repository's development tools are. */
export const modules = join(__dirname, '../../node_modules');

/** What a user needs and no more: the options of the repository are stricter. */
export const compilerOptions = {
  target: 'ES2022',
  module: 'Node16',
  strict: true,
  experimentalDecorators: true,
  emitDecoratorMetadata: true,
  types: ['node', 'jest'],
  typeRoots: [join(modules, '@types')],
};
