import { readFileSync } from 'node:fs';

import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';

import * as quintet from '../../src/index';
import { closeKernels, startKernel } from '../kernel/start-kernel';

const readme = readFileSync('README.md', 'utf8');

afterAll(closeKernels);

describe('what the README shows of kernel.explain', () => {
  it('is what it tells of the small service there', async () => {
    const [, shown = ''] = /```\n(POST \/notes is answered .+?)\n```/s.exec(readme) ?? [];
    const kernel = await startKernel(readService());

    expect(shown).toBe(String(kernel.explain('POST', '/notes')));
  });
});

// The module of the first block, as a compiler with decorators makes it.
function readService(): quintet.Class {
  const [, source = ''] = /```ts\n(\/\/ notes\.ts\n.+?)```/s.exec(readme) ?? [];
  const { outputText } = transpileModule(source, {
    compilerOptions: {
      ...{ module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, useDefineForClassFields: false },
      ...{ experimentalDecorators: true, emitDecoratorMetadata: true },
    },
  });
  const exported: Record<string, quintet.Class> = {};
  const load = (name: string): unknown => (name === 'quintet' ? quintet : jest.requireActual(name));
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is our own README
  const run = new Function('exports', 'require', outputText) as (exported: object, load: unknown) => void;
  run(exported, load);
  return exported['AppModule'] as quintet.Class;
}
