/** Builds the framework and the contenders, then runs the load comparison with the arguments given. */
const { execFileSync } = require('node:child_process');
const { cpSync, existsSync, mkdirSync, rmSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const run = (cwd, command, ...args) => execFileSync(command, args, { cwd, stdio: ['ignore', 'inherit', 'inherit'] });

if (!existsSync(join(__dirname, 'node_modules'))) run(__dirname, 'npm', 'ci', '--no-audit', '--no-fund');
run(root, 'npm', 'run', '--silent', 'build');

// As npm would install it: a copy, so that its libraries are those of the contenders.
const installed = join(__dirname, 'node_modules', 'quintet');
rmSync(installed, { recursive: true, force: true });
mkdirSync(installed);
for (const part of ['package.json', 'dist']) cpSync(join(root, part), join(installed, part), { recursive: true });

rmSync(join(__dirname, 'dist'), { recursive: true, force: true });
run(__dirname, 'npx', 'tsc', '-p', '.');
run(__dirname, process.execPath, join('dist', 'runner', 'main.js'), ...process.argv.slice(2));
