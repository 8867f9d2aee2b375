import 'reflect-metadata';

// Fakes: parts of an application that a test makes up.
export { fake, type Faked, type RefuseStrays } from './fake';

// The application, asked without a port.
export { createTestKernel, type TestKernel, type TestKernelOptions } from './create-test-kernel';
export type { Replacement } from './replacements';
export { CookieJar } from './cookie-jar';
export type { SendTestRequest, TestClient } from './test-client';
export type { TestAnswerOptions, TestCallOptions, TestClientDefaults } from './test-call';
export type { TestHeaders, TestQueryValue, TestRequestOptions } from './test-request';
export type { TestResponse } from './test-response';

// One view, asked alone.
export { testView, type ViewTest, type ViewTestOptions } from './test-view';

// Requests that nothing answers, for hooks and views that a test calls itself.
export {
  requestFactory,
  type MadeMatch,
  type MadeRequestOptions,
  type MakeRequest,
  type RequestFactory,
} from './request-factory';
export type { TestValue } from './test-scope';
