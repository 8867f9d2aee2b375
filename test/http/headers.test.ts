import fc from 'fast-check';

import { HttpHeaders } from '../../src/http/headers';
import { readThrown } from './read-thrown';

describe('the headers of a response', () => {
  it('are found by any case of their name', () => {
    const headers = new HttpHeaders();

    headers.set('X-Total', '7');

    expect(headers.get('x-total')).toBe('7');
    expect(headers.has('X-TOTAL')).toBe(true);
    expect(headers.delete('X-total')).toBe(true);
    expect(headers.has('x-total')).toBe(false);
    expect(headers.get('x-total')).toBeUndefined();
    expect(headers.delete('x-total')).toBe(false);
  });

  it('take numbers, and lists as one value', () => {
    const headers = new HttpHeaders();

    headers.set('content-length', 12);
    headers.set('vary', ['accept', 'origin']);

    expect([...headers]).toEqual([
      ['content-length', '12'],
      ['vary', 'accept, origin'],
    ]);
  });

  it('are replaced by set, and added to by append', () => {
    const headers = new HttpHeaders();

    headers.set('vary', 'accept');
    headers.set('Vary', 'cookie');
    headers.append('VARY', 'origin');
    headers.append('link', '</a>');

    expect(headers.get('vary')).toBe('cookie, origin');
    expect(headers.get('link')).toBe('</a>');
  });

  it('keep the values of set-cookie apart', () => {
    const headers = new HttpHeaders();

    headers.set('Set-Cookie', 'a=1');
    headers.append('set-cookie', 'b=2');
    headers.append('set-cookie', ['c=3']);

    expect(headers.getSetCookie()).toEqual(['a=1', 'b=2', 'c=3']);
    expect(headers.get('set-cookie')).toBe('a=1, b=2, c=3');
    expect([...headers]).toEqual([['set-cookie', ['a=1', 'b=2', 'c=3']]]);
  });

  it('have no set-cookie unless it was set', () => {
    expect(new HttpHeaders().getSetCookie()).toEqual([]);
  });

  it.each([
    ['a line break', 'a\r\nset-cookie: b', 'Invalid character in header content ["x-name"]'],
    ['a single line feed', 'a\nb', 'Invalid character in header content ["x-name"]'],
    ['a character outside of Latin-1', '€', 'Invalid character in header content ["x-name"]'],
    ['undefined', undefined, 'Invalid value "undefined" for header "x-name"'],
    ['null', null, 'Invalid value "undefined" for header "x-name"'],
    ['a list with a line break', ['a', 'b\n'], 'Invalid character in header content ["x-name"]'],
  ])('refuse %s where it is set', (_, value, message) => {
    const headers = new HttpHeaders();

    expect(
      readThrown(() => {
        headers.set('x-name', value as string);
      }),
    ).toHaveProperty('message', message);
    expect(
      readThrown(() => {
        headers.append('x-name', value as string);
      }),
    ).toHaveProperty('message', message);
    expect([...headers]).toEqual([]);
  });

  it('refuse a name that is none', () => {
    expect(
      readThrown(() => {
        new HttpHeaders().set('x name', 'a');
      }),
    ).toHaveProperty('message', 'Header name must be a valid HTTP token ["x name"]');
  });

  it('refuse what cannot be sent, also after what can', () => {
    const headers = new HttpHeaders();

    headers.set('x-name', 'good');

    for (const value of [undefined, null, 'bad\n']) {
      expect(() => {
        headers.set('x-name', value as string);
      }).toThrow('"x-name"');
    }
    headers.set('x-name', 'good');
    expect(headers.get('x-name')).toBe('good');
  });

  it('may be changed by who walks through them', () => {
    const headers = new HttpHeaders();
    for (const name of ['x-a', 'x-b', 'x-c', 'x-d']) headers.set(name, '1');

    const seen: unknown[] = [];
    headers.forEach((value, name) => {
      seen.push([name, value]);
      headers.delete('x-a');
      headers.delete('x-c');
      headers.set('x-d', '2');
    });

    expect(seen).toEqual([
      ['x-a', '1'],
      ['x-b', '1'],
      ['x-d', '2'],
    ]);
  });

  it('remember no text that they have not looked at', () => {
    const headers = new HttpHeaders();
    let calls = 0;
    const changing = { toString: () => (calls++ === 0 ? 'good' : 'bad\n') };

    headers.set('x-name', [changing as never]);

    expect(() => {
      headers.set('x-name', 'bad\n');
    }).toThrow('"x-name"');
  });

  it('hold what a Map by their lowercase names would', () => {
    const change = fc.record({
      kind: fc.constantFrom('set' as const, 'append' as const, 'delete' as const),
      name: fc.constantFrom('x-a', 'X-A', 'x-b', 'vary', 'set-cookie', 'Set-Cookie', 'etag'),
      value: fc.oneof(fc.constantFrom('', 'a', 'b', 'a, b'), fc.nat(3), fc.array(fc.constantFrom('a', 'b'))),
    });

    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), (changes) => {
        const headers = new HttpHeaders();
        const model = new Map<string, string[]>();
        const deleted: boolean[] = [];
        for (const { kind, name, value } of changes) {
          const key = name.toLowerCase();
          if (kind === 'delete') {
            deleted.push(headers.delete(name) === model.delete(key));
            continue;
          }
          const added = [value].flat().map(String);
          const present = kind === 'append' ? (model.get(key) ?? []) : [];
          model.set(key, key === 'set-cookie' ? [...present, ...added] : [[...present, ...added].join(', ')]);
          headers[kind](name, value);
        }
        const expected = [...model].map(([key, texts]) => [key, key === 'set-cookie' ? texts : texts[0]]);
        expect(deleted).not.toContain(false);
        expect([...headers]).toEqual(expected);
        for (const [key, texts] of model) expect(headers.get(key)).toBe(texts.join(', '));
      }),
    );
  });
});
