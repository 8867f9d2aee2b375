import 'reflect-metadata';

import { Get, Module, Route } from '../../src/index';
import { createTestKernel } from '../../src/testing/create-test-kernel';
import { type Gate, reportGates } from './gate';
import { readHeap } from './heap';

@Route('/hello')
class HelloView {
  @Get() show() {
    return { hello: 'world' };
  }
}

@Module({ routes: [HelloView] })
class HelloModule {}

const warmUp = 50;
const kernels = 150;

/** What 200 test files leave behind: each makes a kernel, asks it and closes it. */
async function measureKernels(): Promise<Gate[]> {
  await runKernels(warmUp);
  const before = await readHeap();
  await runKernels(kernels);
  const figure = ((await readHeap()) - before) / kernels / 1024;
  return [{ name: 'heap-per-closed-kernel-kib', figure, limit: 5 }];
}

async function runKernels(count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const kernel = await createTestKernel(HelloModule);
    const { status } = await kernel.client.get('/hello');
    if (status !== 200) throw new Error(`The kernel answered ${status}.`);
    await kernel.close();
  }
}

reportGates(measureKernels());
