/** The rules of this code base. What a tool can check is not left to reviews. */
module.exports = {
  root: true,
  parser: '@typescript-eslint/parser',
  parserOptions: { project: './tsconfig.json', tsconfigRootDir: __dirname },
  plugins: ['@typescript-eslint', 'import-x', 'jsdoc', 'jest'],
  extends: [
    'eslint:recommended',
    'plugin:@typescript-eslint/strict-type-checked',
    'plugin:@typescript-eslint/stylistic-type-checked',
    'prettier',
  ],
  ignorePatterns: ['build', 'dist', 'node_modules', '*.cjs', 'jest.config.ts'],
  reportUnusedDisableDirectives: true,
  rules: {
    // Small pieces.
    'max-lines': ['error', { max: 200, skipBlankLines: true, skipComments: true }],
    'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }],
    'max-params': ['error', 4],
    'max-depth': ['error', 3],
    complexity: ['error', 10],
    // Types.
    '@typescript-eslint/consistent-type-imports': 'error',
    '@typescript-eslint/explicit-module-boundary-types': 'off',
    '@typescript-eslint/no-extraneous-class': 'off',
    '@typescript-eslint/non-nullable-type-assertion-style': 'off',
    '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    '@typescript-eslint/switch-exhaustiveness-check': 'error',
    '@typescript-eslint/prefer-readonly': 'error',
    '@typescript-eslint/naming-convention': [
      'error',
      { selector: 'default', format: ['camelCase'], leadingUnderscore: 'allow' },
      { selector: 'import', format: ['camelCase', 'PascalCase'] },
      { selector: 'typeLike', format: ['PascalCase'] },
      { selector: 'interface', format: ['PascalCase'], custom: { regex: '^I[A-Z]', match: false } },
      { selector: 'variable', modifiers: ['const'], format: ['camelCase', 'PascalCase', 'UPPER_CASE'] },
      { selector: 'function', modifiers: ['exported'], format: ['camelCase', 'PascalCase'] },
      { selector: 'objectLiteralProperty', format: null },
      // What the compiler says where a type refuses: a sentence.
      { selector: 'typeProperty', modifiers: ['requiresQuotes'], format: null },
    ],
    // Layers.
    'import-x/no-default-export': 'error',
    'no-restricted-syntax': [
      'error',
      { selector: 'ExportAllDeclaration', message: 'Name what is exported.' },
      { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
    ],
    'no-console': 'error',
    // Comments.
    'jsdoc/require-jsdoc': [
      'error',
      {
        publicOnly: true,
        // A fix would write empty comments.
        enableFixer: false,
        require: { ClassDeclaration: true, FunctionDeclaration: true },
        contexts: ['TSInterfaceDeclaration', 'TSTypeAliasDeclaration'],
      },
    ],
    'jsdoc/informative-docs': 'error',
    'jsdoc/no-types': 'error',
    'jsdoc/no-restricted-syntax': [
      'error',
      {
        contexts: [
          ':matches(PropertyDefinition, MethodDefinition)[key.type="PrivateIdentifier"]',
          ':matches(PropertyDefinition, MethodDefinition)[accessibility="private"]',
        ].map((context) => ({
          comment: 'JsdocBlock',
          context,
          message: 'Comment private members with //, and only what surprises.',
        })),
      },
    ],
    'jsdoc/require-description': 'error',
  },
  overrides: [
    {
      // A sample reads like a user's app, and may print.
      files: ['samples/**/*.ts'],
      rules: {
        'jsdoc/require-jsdoc': 'off',
        'no-console': 'off',
        // Entities and DTOs are shapes, to be filled and copied field by field.
        '@typescript-eslint/no-misused-spread': 'off',
        '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      },
    },
    {
      files: ['test/**/*.ts', 'samples/**/*.test.ts'],
      extends: ['plugin:jest/recommended', 'plugin:jest/style'],
      rules: {
        'max-lines-per-function': 'off',
        'jsdoc/require-jsdoc': 'off',
        'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expectTypeOf'] }],
        // The rows of the contract have ids.
        'jest/prefer-lowercase-title': ['error', { ignoreTopLevelDescribe: true, allowedPrefixes: ['GT-', 'RU-'] }],
        'jest/valid-title': [
          'error',
          { mustNotMatch: { it: ['^should', 'Say what it does: "answers 404 …", not "should …".'] } },
        ],
        '@typescript-eslint/no-empty-function': 'off',
        '@typescript-eslint/unbound-method': 'off',
        'jest/unbound-method': 'error',
      },
    },
  ],
};
