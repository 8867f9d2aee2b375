import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const repository = join(__dirname, '../..');

const installOptions = ['--prefer-offline', '--no-audit', '--no-fund', '--no-package-lock'];

interface Results {
  readonly success: boolean;
  readonly numPassedTests: number;
}

/**
 * A project outside the repository that has the packed package installed as npm installs it for a user.
 *
 * Its development tools are the repository's own; everything that its programs load is the user's.
 */
export class Consumer {
  readonly folder = mkdtempSync(join(tmpdir(), 'quintet-consumer-'));
  readonly tarball: string;
  /** The paths of the files in the package. */
  readonly packed: readonly string[];

  constructor() {
    const [pack] = JSON.parse(
      runNpm(repository, 'pack', '--json', '--ignore-scripts', '--pack-destination', this.folder),
    ) as [{ filename: string; files: { path: string }[] }];
    this.tarball = join(this.folder, pack.filename);
    this.packed = pack.files.map((file) => file.path);

    this.write('package.json', JSON.stringify({ private: true }));
    this.install([this.tarball]);
  }

  /** Installs packages, in the versions that the repository has where none is told. */
  install(names: readonly string[]): void {
    const path = join(repository, 'package.json');
    const manifest = JSON.parse(readFileSync(path, 'utf8')) as Record<string, Record<string, string> | undefined>;
    const versions = { ...manifest['dependencies'], ...manifest['devDependencies'] };
    const packages = names.map((name) => (versions[name] === undefined ? name : `${name}@${versions[name]}`));
    runNpm(this.folder, 'install', ...installOptions, ...packages);
  }

  /** Writes a file into the project. */
  write(path: string, content: string): void {
    mkdirSync(dirname(join(this.folder, path)), { recursive: true });
    writeFileSync(join(this.folder, path), content);
  }

  /** Copies a folder of the repository into the project, or into a folder of it. */
  copy(path: string, to = path): void {
    cpSync(join(repository, path), join(this.folder, to), { recursive: true });
  }

  /** Runs Node in the project and returns what it prints. */
  node(...options: string[]): string {
    return run(this.folder, process.execPath, options);
  }

  /** Runs a command of one of the repository's development dependencies in the project. */
  tool(name: string, ...options: string[]): string {
    return run(this.folder, join(repository, 'node_modules/.bin', name), options);
  }

  /** Runs a compiler that the project has installed itself, under its name there. */
  compile(name: string, project: string): string {
    return this.node(join('node_modules', name, 'bin/tsc'), '--project', project);
  }

  /** Runs the tests of a folder, with `options` for Node, and returns how they ended. It waits until Jest has ended. */
  jest(folder: string, config: object, ...options: readonly string[]): unknown {
    const path = join(folder, 'jest.config.json');
    this.write(path, JSON.stringify({ rootDir: '.', cache: false, ...config }));
    const jest = join(repository, 'node_modules/jest/bin/jest.js');
    const { success, numPassedTests } = JSON.parse(this.node(...options, jest, '--json', '--config', path)) as Results;
    return { success, numPassedTests };
  }

  /** Deletes the project. */
  remove(): void {
    rmSync(this.folder, { recursive: true });
  }
}

function runNpm(folder: string, ...options: string[]): string {
  return run(folder, 'npm', options);
}

// What a failed command prints is the only clue to why it failed, and some print it on stdout.
function run(folder: string, command: string, options: readonly string[]): string {
  try {
    return execFileSync(command, options, { cwd: folder, env: readEnvironment(), encoding: 'utf8', stdio: 'pipe' });
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error([command, ...options].join(' ') + '\n' + stdout + stderr, { cause: error });
  }
}

// Not the settings that `npm run` hands down: they would point npm and Jest back at the repository.
function readEnvironment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^npm_(config_local_prefix|package_)|^JEST_/.test(name));
  return Object.fromEntries(own);
}
