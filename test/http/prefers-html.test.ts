import { prefersHtml } from '../../src/http/prefers-html';

describe('a client', () => {
  it.each([
    'text/html',
    'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8',
    'application/json;q=0.5, TEXT/HTML',
    'text/html;q=0.1, application/json;q=nonsense',
    'text/html;level=1;q=0.4, application/problem+json;q=0.3',
  ])('that sends %p is a browser', (accept) => {
    expect(prefersHtml(accept)).toBe(true);
  });

  it.each([
    undefined,
    '',
    '*/*',
    'application/json',
    'application/json, text/plain, */*',
    'text/html;q=0',
    'text/html;q=nonsense',
    'text/html, application/json',
    'text/html;q=0.8, application/problem+json',
  ])('that sends %p wants JSON', (accept) => {
    expect(prefersHtml(accept)).toBe(false);
  });
});
