// Runs `main.ts` of one sample, or of a folder in it: `npm run sample hello`. ts-node keeps the types that decorators
// emit; esbuild drops them.
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const sample = process.argv[2] ?? '';
const main = join(__dirname, sample, 'main.ts');

if (/^\w+(\/\w+)?$/.test(sample) && existsSync(main)) {
  require('ts-node').register({ transpileOnly: true, projectSearchDir: __dirname });
  require(main);
} else {
  const samples = readdirSync(__dirname).filter((name) => existsSync(join(__dirname, name, 'main.ts')));
  console.error(`There is no sample "${sample}". Run one of these:`);
  for (const name of samples) console.error(`  npm run sample ${name}`);
  process.exitCode = 1;
}
