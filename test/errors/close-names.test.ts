import { describeCloseNames } from '../../src/errors/close-names';

describe('describeCloseNames', () => {
  it('asks about a name that differs in one letter', () => {
    expect(describeCloseNames('ing', ['int', 'str', 'uuid'])).toBe('Did you mean "int"?');
  });

  it('asks about a letter too many and a letter too few', () => {
    expect(describeCloseNames('notee', ['note'])).toBe('Did you mean "note"?');
    expect(describeCloseNames('uid', ['uuid'])).toBe('Did you mean "uuid"?');
  });

  it('pays no attention to case', () => {
    expect(describeCloseNames('NOTE', ['note'])).toBe('Did you mean "note"?');
  });

  it('names at most three, the closest first, each once', () => {
    const known = ['notebook', 'notes', 'noted', 'note', 'note', 'notice'];

    expect(describeCloseNames('notes', known)).toBe('Did you mean "notes" or "noted" or "note"?');
  });

  it('allows more differences in a longer name', () => {
    expect(describeCloseNames('articel-list', ['article-list'])).toBe('Did you mean "article-list"?');
  });

  it('is empty when nothing is close', () => {
    expect(describeCloseNames('note', ['comment', 'user'])).toBe('');
    expect(describeCloseNames('note', [])).toBe('');
  });
});
