import * as fc from 'fast-check';

import { createTestKernel, type TestKernel } from '../../src/testing/index';
import { AttackedModule, bodies, json } from './attacked-app';

let kernel: TestKernel;

beforeAll(async () => (kernel = await createTestKernel(AttackedModule)));
afterAll(() => kernel.close());

describe('10,000 random documents', () => {
  const key = fc.oneof(
    fc.constantFrom('name', 'email', 'age', 'tags', 'born', 'address', 'friends', 'free', 'city'),
    fc.string({ maxLength: 5 }),
  );
  const leaf = fc.oneof(fc.constantFrom('Ada', 'a@b.org', '2024-05-31', 7), fc.jsonValue({ maxDepth: 1 }));
  const { document } = fc.letrec((tie) => ({
    document: fc.oneof(
      { maxDepth: 3 },
      leaf,
      fc.dictionary(key, tie('document'), { maxKeys: 5 }),
      fc.array(tie('document'), { maxLength: 3 }),
    ),
  }));
  const body = fc.record(
    { name: document, email: document, tags: document, address: document, friends: document },
    { requiredKeys: [] },
  );

  it('are each refused, or an instance that keeps all its rules', async () => {
    const counts = new Map<number, number>();
    const ask = async (value: unknown, url: string) => {
      const { status } = await kernel.client.post(url, { body: JSON.stringify(value), headers: json });
      counts.set(status, (counts.get(status) ?? 0) + 1);
    };
    const values = fc.sample(fc.oneof(document, body, fc.record({ name: fc.constant('Ada'), free: document })), 10_000);
    for (const [index, value] of values.entries()) await ask(value, String(bodies[index % bodies.length]));

    expect([...counts.keys()].sort()).toEqual([200, 400, 422].filter((status) => counts.has(status)));
    expect(counts.get(200)).toBeGreaterThan(500);
    expect(counts.get(422)).toBeGreaterThan(500);
  }, 120_000);
});
