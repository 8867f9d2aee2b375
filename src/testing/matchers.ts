import type { IncomingHttpHeaders } from 'node:http';

import { describeProblem, type Finding } from '../errors/configuration-error';
import { describeValue } from '../http/describe-value';
import type * as KernelFile from '../kernel';
import type { CheckOptions } from '../kernel-proof';
import { isClass } from '../metadata/class';

/** What is looked at in a problem (RFC 9457). A field that is not named is not compared. */
export interface ProblemShape {
  readonly status?: number;
  readonly title?: string;
  readonly type?: string;
  readonly detail?: string;
  readonly instance?: string;
}

/** What `import 'quintet/testing/jest'` adds to `expect`. */
export interface QuintetMatchers<R> {
  /** The response has the status. Where it has another one, its body is shown. */
  toHaveStatus(status: number): R;
  /** The response is problem details (`application/problem+json`) with these fields. */
  toBeProblem(shape?: ProblemShape): R;
  /**
   * `Kernel.check` of the module finds nothing, warnings included. Settings are read from `env` alone, which is empty
   * unless told. Await it.
   */
  toPassChecks(options?: CheckOptions): Promise<void>;
}

interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

interface AskedResponse {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The matchers, for `expect.extend(matchers)` where `expect` is no global. */
export const matchers = {
  toHaveStatus(received: unknown, status: number): MatcherResult {
    const response = assertResponse(received, 'toHaveStatus');
    const pass = response.status === status;
    return {
      pass,
      message: () =>
        `Expected the status ${pass ? 'not ' : ''}to be ${status}, but it is ${response.status}.${describeBody(response)}`,
    };
  },

  toBeProblem(received: unknown, shape: ProblemShape = {}): MatcherResult {
    const response = assertResponse(received, 'toBeProblem');
    const faults = readFaults(response, shape);
    return {
      pass: faults.length === 0,
      message: () =>
        faults.length === 0
          ? `Expected no problem like this one.${describeBody(response)}`
          : `Expected a problem, but ${faults.join(' and ')}.${describeBody(response)}`,
    };
  },

  async toPassChecks(received: unknown, options: CheckOptions = {}): Promise<MatcherResult> {
    if (!isClass(received)) {
      throw new TypeError(`toPassChecks looks at a module, but was given ${describeValue(received)}.`);
    }
    const findings = await loadKernel().check(received, { env: {}, ...options });
    const pass = findings.length === 0;
    return {
      pass,
      message: () =>
        pass
          ? `Expected ${received.name} not to pass its checks, but nothing is wrong with it.`
          : `Expected ${received.name} to pass its checks, but:\n\n${findings.map(describeFinding).join('\n')}`,
    };
  },
};

// Tests that use the other matchers need not wait for it.
function loadKernel(): typeof KernelFile.Kernel {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- an import() here would be out of reach for Jest
  return (require('../kernel') as typeof KernelFile).Kernel;
}

function describeFinding(finding: Finding): string {
  return `${finding.severity}: ${describeProblem(finding)}`;
}

function readFaults({ status, headers, text }: AskedResponse, shape: ProblemShape): string[] {
  const type = headers['content-type'] ?? 'missing';
  if (!/^application\/problem\+json(;|$)/.test(type)) return [`the content type is ${type}`];

  const problem = JSON.parse(text) as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(shape).filter(([name, value]) => problem[name] !== value);
  const faults = wrong.map(
    ([name, value]) => `its ${name} is ${toOneLine(problem[name])} in place of ${toOneLine(value)}`,
  );
  if (problem['status'] !== status)
    faults.push(`it says ${toOneLine(problem['status'])}, but is answered with ${status}`);
  return faults;
}

function assertResponse(received: unknown, matcher: string): AskedResponse {
  const { status, headers, text } = (received ?? {}) as Partial<AskedResponse>;
  if (typeof status === 'number' && headers && typeof text === 'string') return { status, headers, text };
  throw new TypeError(
    `${matcher} looks at a response of a test client, but was given ${describeValue(received)}. Was it awaited?`,
  );
}

function describeBody({ text }: AskedResponse): string {
  return text === '' ? '' : `\n\nBody: ${text.slice(0, 1000)}`;
}

function toOneLine(value: unknown): string {
  return value === undefined ? 'missing' : JSON.stringify(value);
}
