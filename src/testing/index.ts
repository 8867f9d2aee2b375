import 'reflect-metadata';

// Fakes: parts of an application that a test makes up.
export { fake, type Faked, type RefuseStrays } from './fake';

// The application, asked without a port.
export { createTestKernel, type TestKernel, type TestKernelOptions } from './create-test-kernel';
export type { Replacement } from './replacements';
export type { SendTestRequest, TestClient, TestResponse } from './test-client';
export type { TestQueryValue, TestRequestOptions } from './test-request';
