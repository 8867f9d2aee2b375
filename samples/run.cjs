// Runs `main.ts` of one sample: `npm run sample hello`. ts-node keeps the types that decorators emit; esbuild drops them.
const { existsSync, readdirSync } = require('node:fs');
const { join } = require('node:path');

const sample = process.argv[2] ?? '';
const samples = readdirSync(__dirname).filter((name) => existsSync(join(__dirname, name, 'main.ts')));

if (samples.includes(sample)) {
  require('ts-node').register({ transpileOnly: true, projectSearchDir: __dirname });
  require(join(__dirname, sample, 'main.ts'));
} else {
  console.error(`There is no sample "${sample}". Run one of these:`);
  for (const name of samples) console.error(`  npm run sample ${name}`);
  process.exitCode = 1;
}
