import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

// V8 is asked itself, which only a process of its own may.
const script = `
  require('ts-node/register/transpile-only');
  const { createHook } = require('node:async_hooks');
  const { keepTickShape } = require('./src/http/tick-shape');
  let tick;
  const hook = createHook({ init(_id, type, _trigger, resource) { if (type === 'TickObject') tick = resource; } }).enable();
  process.nextTick(() => undefined);
  hook.disable();
  process.stdout.write(JSON.stringify([typeof tick, %HaveSameMap(tick, keepTickShape())]));
`;

describe('the shape that is kept', () => {
  it('is that of the objects which process.nextTick makes', () => {
    const cwd = join(__dirname, '..', '..');
    const told = execFileSync(process.execPath, ['--allow-natives-syntax', '-e', script], { cwd, encoding: 'utf8' });

    expect(JSON.parse(told)).toEqual(['object', true]);
  });
});
