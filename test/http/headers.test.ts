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
});
