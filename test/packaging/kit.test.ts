import { join } from 'node:path';

import { compilerOptions, modules } from './compiler-options';
import { Consumer } from './consumer';

// Jest in its ECMAScript mode.
const ofModules = { extensionsToTreatAsEsm: ['.ts'] };

let consumer: Consumer;

beforeAll(() => {
  consumer = new Consumer();
});

afterAll(() => {
  consumer.remove();
});

describe('a test with the kit', () => {
  it.each([
    ['ts-jest, in CommonJS', readTsJest({ module: 'Node16' }), []],
    ['@swc/jest, in CommonJS', readSwcJest('commonjs'), []],
    [
      'ts-jest, in ECMAScript modules',
      { ...readTsJest({ module: 'ES2022', moduleResolution: 'bundler' }), ...ofModules },
      ['--experimental-vm-modules'],
    ],
    ['@swc/jest, in ECMAScript modules', { ...readSwcJest('es6'), ...ofModules }, ['--experimental-vm-modules']],
  ])('passes in a project of %s, and Jest ends by itself', (_, config, options) => {
    consumer.copy('test/packaging/notes', 'notes');

    expect(consumer.jest('notes', { ...config, setupFiles: ['reflect-metadata'] }, ...options)).toEqual({
      success: true,
      numPassedTests: 6,
    });
  });

  it('checks a module with the copy of the framework that it was made with', () => {
    consumer.write(
      'reset/reset.test.js',
      `const { Module } = require('quintet');
it('passes', async () => {
  class AppModule {}
  Module({ routes: [] })(AppModule);
  await expect(AppModule).toPassChecks();
});
`,
    );
    // Each test file has the matchers before its modules are reset.
    const config = {
      setupFilesAfterEnv: ['quintet/testing/jest', '<rootDir>/reset.js'],
      setupFiles: ['reflect-metadata'],
    };
    consumer.write('reset/reset.js', 'jest.resetModules();');

    expect(consumer.jest('reset', config)).toEqual({ success: true, numPassedTests: 1 });
  });
});

function readTsJest(options: object) {
  return {
    transform: {
      '^.+\\.ts$': [join(modules, 'ts-jest'), { tsconfig: { ...compilerOptions, ...options }, useESM: true }],
    },
  };
}

function readSwcJest(type: 'commonjs' | 'es6') {
  const jsc = {
    target: 'es2022',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true },
  };
  return { transform: { '^.+\\.ts$': [join(modules, '@swc/jest'), { swcrc: false, jsc, module: { type } }] } };
}
