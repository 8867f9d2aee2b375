import { join } from 'node:path';
import ts from 'typescript';
import type { PageModule } from './read-modules';

/** What the compiler says against the modules of these pages, as `README.md:12: Cannot find name 'View'.` */
export function checkTypes(pages: ReadonlyMap<string, readonly PageModule[]>): string[] {
  const files = new Map<string, string>();
  const origins = new Map<string, string>();
  for (const [page, modules] of pages) {
    modules.forEach(({ name, text }, index) => {
      // Beside the page, so that `node_modules` is found; in a folder of its own, so that names do not clash.
      const path = join(root, `${page}.blocks`, name ?? `block-${String(index)}.ts`);
      // A file without imports would be a script, whose names every other script sees.
      files.set(path, `${text}\nexport {};`);
      origins.set(path, page);
    });
  }
  const program = ts.createProgram([...files.keys()], compilerOptions, createHost(files));
  return [...files.keys()].flatMap((path) =>
    readProblems(program, path).map(({ line, message }) => `${origins.get(path) ?? path}:${line}: ${message}`),
  );
}

const root = process.cwd();

// A page shows `await` at the top of a file, and imports without extensions: what a bundler's resolution allows.
const compilerOptions: ts.CompilerOptions = {
  ...readConfiguredOptions(),
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

function readConfiguredOptions(): ts.CompilerOptions {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: object;
  };
  return ts.parseJsonConfigFileContent({ ...config, files: [] }, ts.sys, root).options;
}

const host = ts.createCompilerHost(compilerOptions);

// Parsed once for all checks: the library's and the framework's own files.
const parsedFiles = new Map<string, ts.SourceFile | undefined>();

function createHost(files: ReadonlyMap<string, string>): ts.CompilerHost {
  return {
    ...host,
    fileExists: (path) => files.has(path) || host.fileExists(path),
    readFile: (path) => files.get(path) ?? host.readFile(path),
    // Without this, modules in folders that do not exist are not looked for.
    directoryExists: () => true,
    getSourceFile: (path, options) => {
      const text = files.get(path);
      if (text !== undefined) return ts.createSourceFile(path, text, options);
      if (!parsedFiles.has(path)) parsedFiles.set(path, host.getSourceFile(path, options));
      return parsedFiles.get(path);
    },
  };
}

function readProblems(program: ts.Program, path: string): { line: string; message: string }[] {
  const file = program.getSourceFile(path);
  const diagnostics = [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)];
  return diagnostics.map(({ start = 0, messageText }) => ({
    line: String((file?.getLineAndCharacterOfPosition(start).line ?? 0) + 1),
    message: ts.flattenDiagnosticMessageText(messageText, '\n'),
  }));
}
