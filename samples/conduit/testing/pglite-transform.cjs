// Jest runs modules in a sandbox that refuses `import()`, by which PGlite loads Node's own modules. `require` gives the same.
exports.process = (source) => ({ code: source.replace(/\bimport\(("[\w:/]+")\)/g, 'module.require($1)') });
