/** Each folder of src may import itself and the folders listed here. The list is the architecture. */
const layers = {
  errors: [],
  metadata: ['errors'],
  http: ['errors', 'metadata'],
  modules: ['errors', 'metadata'],
  middleware: ['errors', 'metadata', 'http'],
  decorators: ['errors', 'metadata', 'http', 'middleware'],
  injection: ['errors', 'metadata', 'http'],
  routing: ['errors', 'metadata', 'http', 'modules'],
  binding: ['errors', 'metadata', 'http'],
  settings: ['errors', 'metadata', 'binding'],
  views: ['errors', 'metadata', 'http', 'routing'],
  checks: [
    ...['errors', 'metadata', 'http', 'decorators', 'modules'],
    ...['injection', 'routing', 'binding', 'settings', 'middleware', 'views'],
  ],
  explain: ['errors', 'metadata', 'http', 'injection', 'routing', 'binding', 'middleware'],
};

/** Second readers of what the layers define: they may import everything below, and nothing imports them. */
const readers = ['testing', 'openapi', 'cli'];

/** A reader that reads another: a test checks answers against the document. */
const readersOfReaders = { testing: ['openapi'] };

/** The folders that may import a package. A package without a row is used nowhere. */
const homes = {
  tsyringe: ['injection'],
  'class-validator': ['binding', 'settings'],
  'class-transformer': ['binding', 'settings'],
  '@fastify/ajv-compiler': ['http'],
  '@fastify/fast-json-stringify-compiler': ['http'],
  '@fastify/send': ['http'],
  'content-disposition': ['http'],
  cookie: ['http'],
  youch: ['http'],
  '@fastify/multipart': ['binding'],
  '@fastify/swagger-ui': ['openapi'],
  ajv: ['testing'],
  'safe-regex2': ['routing'],
};

/** Everybody may import these: polyfills of the language, and types. */
const everywhere = ['reflect-metadata', 'fastify'];

const anyOf = (names) => `^src/(${names.join('|')})/`;
const packagePath = (names) => `(^|/)node_modules/(${names.join('|')})/`;
const kernel = '^src/kernel[a-z-]*\\.ts$';

const layerRules = Object.entries(layers).map(([layer, allowed]) => ({
  name: `${layer}-imports`,
  severity: 'error',
  comment: `src/${layer} may import only: ${[layer, ...allowed].join(', ')}`,
  from: { path: `^src/${layer}/` },
  to: { path: '^src/', pathNot: anyOf([layer, ...allowed]) },
}));

const homeRules = Object.entries(homes).map(([library, owners]) => ({
  name: `${library}-has-one-home`,
  severity: 'error',
  comment: `${library} may be imported only by: ${owners.join(', ')}`,
  from: { path: '^src/', pathNot: anyOf(owners) },
  to: { path: packagePath([library]) },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'every-folder-has-a-row',
      severity: 'error',
      comment: 'A folder of src needs a row in the table of layers; at the root stand only index.ts and kernel*.ts.',
      from: { path: '^src/', pathNot: [anyOf([...Object.keys(layers), ...readers]), '^src/index\\.ts$', kernel] },
      to: {},
    },
    {
      name: 'nobody-imports-a-reader',
      severity: 'error',
      comment: `${readers.join(', ')} read what the rest of src defines; nothing in src knows them.`,
      from: { path: `^src/([^/]+)`, pathNot: anyOf(Object.keys(readersOfReaders)) },
      to: { path: anyOf(readers), pathNot: '^src/$1/' },
    },
    ...Object.entries(readersOfReaders).map(([reader, others]) => ({
      name: `${reader}-reads-few-readers`,
      severity: 'error',
      comment: `Of the other readers src/${reader} may import only: ${others.join(', ')}`,
      from: { path: `^src/${reader}/` },
      to: { path: anyOf(readers), pathNot: anyOf([reader, ...others]) },
    })),
    { name: 'no-cycles', severity: 'error', comment: 'Also through types.', from: {}, to: { circular: true } },
    {
      name: 'nobody-imports-an-index',
      severity: 'error',
      comment: 'Import the file that declares the name. An index that is imported closes cycles.',
      from: { path: '^src/' },
      to: { path: '(^|/)index\\.ts$' },
    },
    ...homeRules,
    {
      name: 'fastify-runs-in-one-place',
      severity: 'error',
      comment: 'fastify may be imported only by kernel*.ts and http, elsewhere only its types.',
      from: { path: '^src/', pathNot: ['^src/http/', kernel] },
      to: { path: packagePath(['fastify']), dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'every-package-has-a-home',
      severity: 'error',
      comment: 'A package that src imports needs a row in the table of homes.',
      from: { path: '^src/' },
      to: { path: '(^|/)node_modules/', pathNot: packagePath([...Object.keys(homes), ...everywhere]) },
    },
    {
      name: 'only-declared-packages',
      severity: 'error',
      comment: 'A user has only what package.json lists under dependencies and peerDependencies.',
      from: { path: '^src/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown', 'undetermined'],
        dependencyTypesNot: ['npm-peer'],
      },
    },
    {
      name: 'imports-resolve',
      severity: 'error',
      comment: 'The file or package is not there.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'samples-use-the-public-api',
      severity: 'error',
      comment: "Samples import 'quintet' and 'quintet/testing' by these names, as a user's app does.",
      from: { path: '^samples/' },
      to: { path: '^(src|dist)/', dependencyTypesNot: ['aliased-tsconfig-paths'] },
    },
    {
      name: 'samples-stand-alone',
      severity: 'error',
      comment: 'A sample can be copied out: it imports nothing of the repository outside its own folder.',
      from: { path: '^samples/([^/]+)/' },
      to: { path: '^(samples|test)/', pathNot: '^samples/$1/' },
    },
    {
      name: 'src-does-not-import-tests',
      severity: 'error',
      comment: 'Tests and samples are not part of the package.',
      from: { path: '^src/' },
      to: { path: '^(test|samples)/' },
    },
    {
      name: 'no-orphans',
      severity: 'error',
      comment: 'The file neither imports nor is imported: delete it.',
      from: { orphan: true, path: '^src/' },
      to: {},
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    // For the parts of a package that only its `exports` lead to.
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['require', 'node', 'default'] },
    doNotFollow: { path: ['node_modules', '^dist/'] },
  },
};
