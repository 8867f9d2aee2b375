// Makes, asks and closes as many kernels as 200 test files do, and fails if the heap grows: `npm run build`, then
// `node --expose-gc bench/heap-kernels.cjs`.
require('ts-node').register({ transpileOnly: true, projectSearchDir: __dirname });

const { join } = require('node:path');
const { createTestKernel } = require('quintet/testing');
const { HelloModule } = require(join(__dirname, '../samples/hello/hello.ts'));

const files = 200;
const allowed = 1_000_000;

async function main() {
  const sizes = [];
  for (let file = 1; file <= files; file++) {
    await runOne();
    if (file % 50 === 0) sizes.push(await readHeap(file));
  }
  const grown = sizes.at(-1) - sizes[0];
  console.log(`${files - 50} kernels more: ${(grown / 1024).toFixed(0)} KiB`);
  if (grown > allowed) throw new Error(`The heap has grown by more than ${allowed} bytes.`);
}

async function runOne() {
  const kernel = await createTestKernel(HelloModule);
  const response = await kernel.client.get('/hello/Ada');
  if (response.status !== 200) throw new Error(`The sample answered ${response.status}.`);
  await kernel.close();
}

async function readHeap(file) {
  // What closes on the next turns is given the time to.
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
  globalThis.gc();
  const { heapUsed } = process.memoryUsage();
  console.log(`after ${file} kernels: ${(heapUsed / 1024 / 1024).toFixed(1)} MiB`);
  return heapUsed;
}

main().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
