import type { ValidationIssue } from '../../src/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';
import { AttackedModule, bodies, json } from './attacked-app';
import { createFile, toForm } from './uploads/multipart-form';

let kernel: TestKernel;

// An error that is no client's fault is thrown in the test, as it is.
beforeAll(async () => (kernel = await createTestKernel(AttackedModule)));
afterAll(() => kernel.close());

async function post(url: string, body: string | Buffer, headers: Record<string, string> = json) {
  const answer = await kernel.client.post(url, { body, headers });
  const { errors = [] } = answer.status === 422 ? answer.json<{ errors?: ValidationIssue[] }>() : {};
  return { status: answer.status, rules: errors.map(({ pointer, rule }) => `${pointer} ${rule}`) };
}

function nest(levels: number, [open, close]: readonly [string, string]): string {
  return `${open.repeat(levels)}1${close.repeat(levels)}`;
}

describe('keys that reach a prototype', () => {
  it.each([
    ['at the top', '{"name":"Ada","__proto__":{"polluted":1}}'],
    ['escaped', '{"name":"Ada","\\u005f_proto__":{"polluted":1}}'],
    ['twice', '{"name":"Ada","__proto__":1,"__proto__":{"polluted":1}}'],
    ['as constructor', '{"name":"Ada","constructor":{"prototype":{"polluted":1}}}'],
    ['as prototype', '{"name":"Ada","prototype":{"polluted":1}}'],
    ['in a nested object', '{"name":"Ada","address":{"city":"x","__proto__":{"zip":1}}}'],
    ['in a list', '{"name":"Ada","friends":[{"name":"Bob"},{"constructor":1}]}'],
    ['below an unknown key', '{"name":"Ada","more":[{"deep":{"prototype":1}}]}'],
  ])('are 400 in JSON: %s', async (_, text) => {
    for (const url of bodies) expect(await post(url, text)).toMatchObject({ status: 400 });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each(['__proto__', 'constructor', 'prototype'])('are 400 in query, form and multipart: %s', async (key) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    const multipart = await toForm([
      ['name', 'Ada'],
      [key, 'x'],
    ]);
    const file = await toForm([
      ['name', 'Ada'],
      [key, createFile(1)],
    ]);

    expect((await kernel.client.get(`/users/list/1?${key}=x`)).status).toBe(400);
    expect((await post('/users', `name=Ada&${key}=x`, form)).status).toBe(400);
    expect((await post('/users/avatar', multipart.body, multipart.headers)).status).toBe(400);
    expect((await post('/users/avatar', file.body, file.headers)).status).toBe(400);
  });

  it('are plain names where a form writes brackets', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' };

    expect(await post('/users', 'name=Ada&__proto__[polluted]=1', form)).toEqual({
      status: 422,
      rules: ['/__proto__[polluted] unknown'],
    });
    expect((await kernel.client.get('/users/list/1?constructor[prototype][polluted]=1')).status).toBe(422);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('sizes', () => {
  it.each([
    ['a list of 100,000 texts', `{"name":"Ada","tags":[${'"a",'.repeat(99_999)}"a"]}`, '/tags items'],
    ['a list of 100,000 objects', `{"name":"Ada","friends":[${'{},'.repeat(99_999)}{}]}`, '/friends items'],
    ['a list of 100,000 nulls below a free key', `{"name":"Ada","free":[${'null,'.repeat(99_999)}1]}`, '/free items'],
    ['a text of 900,000 characters', `{"name":"${'a'.repeat(900_000)}"}`, '/name isLength'],
    ['an e-mail of 900,000 characters', `{"name":"Ada","email":"${'a@'.repeat(450_000)}"}`, '/email isEmail'],
    ['a number of 100,000 digits', `{"name":"Ada","age":${'9'.repeat(100_000)}}`, '/age isInt'],
  ])('are refused: %s', async (_, text, rule) => {
    expect(await post('/users', text)).toEqual({ status: 422, rules: [rule] });
  });

  it('tells at most a hundred issues of 50,000 unknown keys', async () => {
    const keys = Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`);
    const { status, rules } = await post('/users', `{"name":"Ada",${keys.join()}}`);

    expect(status).toBe(422);
    expect(rules).toHaveLength(100);
  });

  it.each<readonly [string, readonly [string, string], string]>([
    ['lists', ['[', ']'], 'free'],
    ['objects', ['{"a":', '}'], 'free'],
    ['objects in the place of a text', ['{"a":', '}'], 'name'],
    ['friends of friends', ['{"name":"Ada","friends":[', ']}'], 'friends'],
    ['unknown objects', ['{"a":', '}'], 'unknown'],
  ])('never follow 10,000 levels: %s', async (_, brackets, key) => {
    const text = `{"name":"Ada","${key}":${nest(10_000, brackets)}}`;

    for (const url of bodies) expect(await post(url, text)).toMatchObject({ status: 422 });
  });

  it('takes a list for a list only', async () => {
    const headers = json;

    expect((await kernel.client.put('/users', { body: nest(10_000, ['[', ']']), headers })).status).toBe(422);
    expect((await kernel.client.put('/users', { body: '[null,1,"a",[],{}]', headers })).status).toBe(422);
    expect((await kernel.client.put('/users', { body: '[{"name":"Ada"}]', headers })).json()).toEqual(['valid']);
  });
});

describe('wrong types', () => {
  const values = ['null', 'true', '1', '-1.5', '1e999', '"a"', '""', '[]', '[[]]', '[null]', '{}', '{"length":3}'];
  const fields = ['name', 'email', 'age', 'tags', 'born', 'address', 'friends', 'free'];

  it.each(fields)('never reach a view, nor break it: %s', async (field) => {
    for (const value of values) {
      for (const url of bodies) {
        const { status } = await post(url, `{"name":"Ada","${field}":${value}}`);
        expect([200, 422]).toContain(status);
      }
    }
  });

  it.each([...values, '"__proto__"', '0', ''])('are refused in the place of the body: %s', async (text) => {
    for (const url of bodies) expect([400, 422]).toContain((await post(url, text)).status);
  });

  it.each(['length', 'toString', 'then', 'hasOwnProperty', 'valueOf', 'toJSON', '', '0', '~', '/', '%'])(
    'are told for a key that objects or promises have: %j',
    async (key) => {
      expect((await post('/users', JSON.stringify({ name: 'Ada', [key]: 'x' }))).status).toBe(422);
      expect((await post('/users/allow', JSON.stringify({ name: 'Ada', [key]: 'x' }))).status).toBe(200);
      expect((await kernel.client.get(`/users/list/1?${encodeURIComponent(key)}=x`)).status).toBe(422);
    },
  );
});

describe('odd bytes', () => {
  it('take the last of duplicate keys, and check that one', async () => {
    expect(await post('/users', '{"name":"Ada","age":1,"age":"x"}')).toMatchObject({ status: 422 });
    expect(await post('/users', '{"name":1,"name":"Ada"}')).toMatchObject({ status: 200 });
  });

  it.each<readonly [string, Buffer, number]>([
    ['a byte order mark', Buffer.from('\uFEFF{"name":"Ada"}'), 200],
    ['two of them', Buffer.from('\uFEFF\uFEFF{"name":"Ada"}'), 400],
    ['invalid UTF-8 in a text', Buffer.from('{"name":"A\xff\xfe"}', 'latin1'), 200],
    ['half a surrogate', Buffer.from('{"name":"A\\ud800"}'), 200],
    ['a null character', Buffer.from('{"name":"A\\u0000a"}'), 200],
    ['UTF-16', Buffer.from('{"name":"Ada"}', 'utf16le'), 400],
    ['a comment', Buffer.from('{"name":"Ada"} // x'), 400],
    ['NaN', Buffer.from('{"name":"Ada","age":NaN}'), 400],
    ['a broken end', Buffer.from('{"name":"Ad'), 400],
  ])('are no surprise: %s', async (_, bytes, status) => {
    expect((await post('/users', bytes)).status).toBe(status);
  });

  it.each([
    ['list/1?page=%ff', 422],
    ['list/1?page=%00', 422],
    ['list/1?page=%', 422],
    ['list/1?page=1&page=1', 422],
    [`list/1?page=${'1&'.repeat(5000)}`, 422],
    [`list/1?page=1${'&ids=1'.repeat(2000)}`, 200],
    ['one?n=%ff', 422],
    ['one?n=%', 422],
    ['one?n=1&n=2', 422],
    ['one?n[]=1', 200],
    ['one?n.constructor=1', 200],
  ])('are no surprise in a query: %#', async (url, status) => {
    expect((await kernel.client.get(`/users/${url}`)).status).toBe(status);
  });

  it('are no surprise in the path, in headers and in cookies', async () => {
    const { client } = kernel;

    for (const id of ['%00', '%E0%80%80', '__proto__', 'constructor', 'NaN', '1e999', '%31%65']) {
      expect([400, 422]).toContain((await client.get(`/users/list/${id}`)).status);
    }
    for (const cookie of ['n=%', 'n=%ff', 'n="1', '__proto__=1; n=x', ';;;=;n=x', `n=${'9'.repeat(8000)}`]) {
      expect((await client.get('/users/one', { headers: { cookie } })).status).toBe(422);
    }
    expect((await client.get('/users/one', { headers: { 'x-n': '\u00e9' } })).status).toBe(422);
  });
});
