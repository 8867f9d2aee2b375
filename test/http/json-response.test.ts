import { expectTypeOf } from 'expect-type';

import { JsonResponse } from '../../src/http/json-response';

describe('a JSON response', () => {
  it.each([
    [{ a: 1 }, '{"a":1}'],
    ['text', '"text"'],
    [null, 'null'],
    [0, '0'],
    [[undefined], '[null]'],
  ])('writes %j as JSON', (body, json) => {
    const response = new JsonResponse(body);

    expect(response.toPayload()).toBe(json);
    expect(response.contentType).toBe('application/json; charset=utf-8');
  });

  it.each([
    [undefined, 'undefined'],
    [() => 1, 'a function'],
    [Symbol('a'), 'a symbol'],
    [{ toJSON: () => undefined }, 'an object'],
  ])('refuses %p', (body, kind) => {
    expect(() => new JsonResponse(body).toPayload()).toThrow(
      new TypeError(`A JSON body must be a JSON value, but was ${kind}.`),
    );
  });

  it('writes the body that a hook put in its place', () => {
    const response = new JsonResponse({ a: 1 }, { status: 201, headers: { 'x-a': '1' } });

    response.body = { a: 2 };

    expect(response.toPayload()).toBe('{"a":2}');
    expect(response.status).toBe(201);
    expect(response.headers.get('x-a')).toBe('1');
  });

  it('keeps the type of its body', () => {
    const response = new JsonResponse({ a: 1 });

    expectTypeOf(response.body).toEqualTypeOf<{ a: number }>();
    // @ts-expect-error a body of another type
    response.body = { a: 'text' };
    expect(response.body).toEqual({ a: 'text' });
  });
});
