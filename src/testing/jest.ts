import './jest-types';

import { matchers } from './matchers';

export { matchers };
export type { ProblemShape, QuintetMatchers } from './matchers';

interface Expect {
  readonly extend: (matchers: object) => void;
}

// `expect` is a global in both of Jest's modes, unless its `injectGlobals` is off: then `expect.extend(matchers)` does it.
(globalThis as { readonly expect?: Expect }).expect?.extend(matchers);
