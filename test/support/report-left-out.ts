import { leftOut } from './left-out';

/** Says before the tests what they do not cover. */
export = function reportLeftOut(): void {
  for (const { suites, needs } of leftOut) process.stdout.write(`Left out: ${suites}. It needs ${needs}.\n`);
};
