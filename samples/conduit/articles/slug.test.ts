import { toSlug, varySlug } from './slug';

describe('the slug of a title', () => {
  it.each([
    ['How to train your dragon', 'how-to-train-your-dragon'],
    ['  What?!  Now… ', 'what-now'],
    ['Grüße aus Köln', 'grüße-aus-köln'],
    ['中文标题', '中文标题'],
    ['हिन्दी में', 'हिन्दी-में'],
    ['ﬁne ½', 'fine-1-2'],
    ['a/b%2F#c', 'a-b-2f-c'],
    ['🐉', 'article'],
    ['', 'article'],
  ])('is made of its words: %s', (title, slug) => {
    expect(toSlug(title)).toBe(slug);
  });

  it('fits in a path, and ends with a word', () => {
    const slug = toSlug('long '.repeat(100));

    expect(slug.length).toBeLessThanOrEqual(80);
    expect(slug).toMatch(/long$/);
  });

  it('is cut between characters', () => {
    const slug = toSlug(`a${'𠀀'.repeat(100)}`);

    expect(slug).toBe(`a${'𠀀'.repeat(39)}`);
  });

  it('can be varied', () => {
    expect(varySlug('dragon')).toMatch(/^dragon-[\da-f]{8}$/);
    expect(varySlug('dragon')).not.toBe(varySlug('dragon'));
  });
});
