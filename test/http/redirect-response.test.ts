import { RedirectResponse, type RedirectStatus } from '../../src/http/redirect-response';

describe('a redirect', () => {
  it('is 302 unless told, and has no body', () => {
    const response = new RedirectResponse('/notes');

    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toBe('/notes');
    expect(response.body).toBeUndefined();
  });

  it.each([301, 302, 303, 307, 308] as const)('may be %d', (status) => {
    const response = new RedirectResponse('/', { status, headers: { 'x-a': '1' } });

    expect(response.status).toBe(status);
    expect(response.headers.get('x-a')).toBe('1');
  });

  it.each([200, 300, 304, 404])('refuses the status %d', (status) => {
    expect(() => new RedirectResponse('/', { status: status as RedirectStatus })).toThrow(
      new TypeError(`RedirectResponse.status must be 301, 302, 303, 307 or 308, but was ${String(status)}.`),
    );
  });

  it.each([
    ['/a?b=c&d=%20#e', '/a?b=c&d=%20#e'],
    ['notes/1', 'notes/1'],
    ['?page=2', '?page=2'],
    ['https://example.com/[a]', 'https://example.com/[a]'],
    ['HTTP://example.com/', 'HTTP://example.com/'],
    ['/ü b', '/%C3%BC%20b'],
    ['/😀', '/%F0%9F%98%80'],
    ['/100%', '/100%25'],
    ['/%zz', '/%25zz'],
    ['/a\r\nset-cookie: b=c', '/a%0D%0Aset-cookie:%20b=c'],
    ['/\\other.example', '/%5Cother.example'],
    ['/\uD800', '/%EF%BF%BD'],
    [' javascript:alert(1)', '%20javascript:alert(1)'],
    ['java\nscript:alert(1)', 'java%0Ascript:alert(1)'],
  ])('to %j goes to %s', (url, location) => {
    expect(new RedirectResponse(url).headers.get('location')).toBe(location);
  });

  it('takes a URL object', () => {
    expect(new RedirectResponse(new URL('https://example.com/a b')).headers.get('location')).toBe(
      'https://example.com/a%20b',
    );
  });

  it.each([
    ['javascript:alert(1)', 'javascript:'],
    ['DATA:text/html,a', 'DATA:'],
    ['ftp://example.com', 'ftp:'],
    ['mailto:a@example.com', 'mailto:'],
  ])('refuses %s', (url, scheme) => {
    expect(() => new RedirectResponse(url)).toThrow(
      new TypeError(`RedirectResponse leads to relative, http or https URLs, but was given one of "${scheme}".`),
    );
  });
});
