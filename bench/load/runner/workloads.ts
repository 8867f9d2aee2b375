/** One thing that all contenders are asked for. */
export interface Workload {
  /** `W1`. */
  readonly name: string;
  readonly title: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: string;
  /** What an answer must be before anything is timed. */
  readonly expects: Expectation;
  /** Whether the application has 1,000 more routes and 2,000 more providers. */
  readonly isLarge?: boolean;
  /** The contenders that have it; all where it is not told. */
  readonly only?: readonly string[];
}

/** The statuses that count, and the JSON where all must answer the same. */
export interface Expectation {
  readonly statuses: readonly number[];
  readonly json?: (body: unknown) => boolean;
  readonly headers?: readonly string[];
}

const validUser = {
  name: 'Ada Lovelace',
  email: 'ada@example.com',
  age: 36,
  active: true,
  role: 'editor',
  tags: ['analyst', 'writer'],
  bio: 'Wrote the first program.',
  address: { street: '12 St James Square', city: 'London', zip: '12345' },
};
const invalidUser = { ...validUser, email: 'nobody', age: 'old', address: { ...validUser.address, zip: 'x' } };

const cycle = {
  method: 'GET',
  path: '/cycle/7',
  expects: {
    statuses: [200],
    json: isJson({ id: 7, title: 'Thing 7', path: '/cycle/7' }),
    headers: ['x-layer-1', 'x-layer-2', 'x-layer-3', 'x-layer-4'],
  },
} as const;

/** All workloads, in the order of the table. */
export const workloads: readonly Workload[] = [
  {
    name: 'W1',
    title: 'hello',
    method: 'GET',
    path: '/hello',
    expects: { statuses: [200], json: isJson({ hello: 'world' }) },
  },
  {
    name: 'W2',
    title: 'parameters',
    method: 'GET',
    path: '/things/42?page=3&active=true',
    expects: { statuses: [200], json: isJson({ id: 42, page: 3, active: true }) },
  },
  {
    name: 'W3',
    title: 'valid body',
    method: 'POST',
    path: '/users',
    body: JSON.stringify(validUser),
    expects: { statuses: [201], json: isJson({ name: 'Ada Lovelace', email: 'ada@example.com', city: 'London' }) },
  },
  {
    name: 'W4',
    title: 'invalid body',
    method: 'POST',
    path: '/users',
    body: JSON.stringify(invalidUser),
    expects: { statuses: [400, 422] },
  },
  { name: 'W5', title: 'the cycle', ...cycle },
  { name: 'W6', title: 'unknown URL', method: 'GET', path: '/nowhere', expects: { statuses: [404] } },
  { name: 'W7', title: 'the view throws', method: 'GET', path: '/throws', expects: { statuses: [500] } },
  { name: 'W8', title: 'list of 100', method: 'GET', path: '/list', expects: { statuses: [200], json: isUserList } },
  { name: 'W9', title: 'the cycle, large app', ...cycle, isLarge: true, only: ['quintet'] },
];

function isJson(expected: unknown): (body: unknown) => boolean {
  const text = JSON.stringify(expected);
  return (body) => JSON.stringify(body) === text;
}

function isUserList(body: unknown): boolean {
  if (!Array.isArray(body) || body.length !== 100) return false;
  const fields = 'id,name,email,age,active,tags,address';
  return body.every((user: object) => Object.keys(user).join() === fields);
}
