import { ServerEvent, toEventText } from '../../src/http/server-event';

describe('a server-sent event', () => {
  it.each([
    [{ a: 1 }, 'data: {"a":1}\n\n'],
    ['two\nlines', 'data: "two\\nlines"\n\n'],
    [null, 'data: null\n\n'],
    [new ServerEvent({ data: 'text' }), 'data: text\n\n'],
    [new ServerEvent({ data: '' }), 'data: \n\n'],
    [new ServerEvent({ data: 'a\nb\r\nc\rd' }), 'data: a\ndata: b\ndata: c\ndata: d\n\n'],
    [
      new ServerEvent({ data: { a: 1 }, event: 'note', id: '7', retry: 500 }),
      'event: note\nid: 7\nretry: 500\ndata: {"a":1}\n\n',
    ],
  ])('of %j is written by the fields it has', (value, text) => {
    expect(toEventText(value)).toBe(text);
  });

  it.each([
    ['event', 'a\nb', '"a\\nb"'],
    ['event', 'a\rb', '"a\\rb"'],
    ['id', 'a\r\nb', '"a\\r\\nb"'],
    ['id', 'a\0', '"a\\u0000"'],
  ])('refuses a %s that would be more than one line', (field, text, shown) => {
    expect(() => new ServerEvent({ data: '', [field]: text })).toThrow(
      new TypeError(`ServerEvent.${field} must have no line break and no null character, but was ${shown}.`),
    );
  });

  it.each([-1, 1.5, NaN])('refuses %d as the time to wait', (retry) => {
    expect(() => new ServerEvent({ data: '', retry })).toThrow(
      new TypeError(`ServerEvent.retry must be a whole number of milliseconds, but was ${String(retry)}.`),
    );
  });

  it('without data is an error', () => {
    expect(() => toEventText(undefined)).toThrow(new TypeError('A JSON body must be a JSON value, but was undefined.'));
  });
});
