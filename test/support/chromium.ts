import { existsSync } from 'node:fs';

/** The browser that page tests run in, where there is one: the one that `CHROMIUM` names, or Debian's. */
export const chromiumPath = [process.env['CHROMIUM'], '/usr/bin/chromium'].find(
  (path) => path !== undefined && existsSync(path),
);
