import { isAbsolute, resolve, sep } from 'node:path';

// tsc leaves the modules here. The package holds a few large files in place of them: Node takes several times as long to
// find and load hundreds of small ones.
const modules = resolve('build');
const entries = ['index', 'openapi/index', 'testing/index', 'testing/jest'];
// What only those who ask for it load.
const apart = ['openapi', 'testing'].map((folder) => modules + sep + folder + sep);

export default {
  input: Object.fromEntries(entries.map((entry) => [entry, `${modules}/${entry}.js`])),
  external: (id) => !id.startsWith('.') && !isAbsolute(id),
  plugins: [
    {
      name: 'late-modules',
      // What a function loads when it is called is no module any more. The package gives it, as the caller has it: after
      // `jest.resetModules` that is a new one.
      transform(code, id) {
        const named = code.replaceAll("require('../kernel')", "require('quintet')");
        if (named.includes("require('."))
          throw new Error(`${id} loads a module late that the package does not export.`);
        return { code: named, map: null };
      },
    },
  ],
  // What a module does on import is part of it.
  treeshake: false,
  output: {
    dir: 'dist',
    format: 'cjs',
    exports: 'named',
    generatedCode: { preset: 'es2015', symbols: false },
    interop: 'auto',
    externalLiveBindings: false,
    // Each of the others only re-exports or builds on it, so calls within the framework cross no border of modules.
    manualChunks: (id) => (apart.some((folder) => id.startsWith(folder)) ? undefined : 'framework'),
    chunkFileNames: '[name].js',
  },
  onLog(level, log) {
    // The decorators' helpers look at `this`, which tsc writes for scripts as well.
    if (level === 'warn' && log.code !== 'THIS_IS_UNDEFINED') throw new Error(log.message);
  },
};
