import { inspect } from 'node:util';

import { fake } from '../../src/testing/index';

class Notes {
  readonly limit: number = 10;

  get size(): number {
    return this.limit;
  }

  find(id: number): string {
    return `note ${id}`;
  }
}

describe('a fake as a value', () => {
  it('can be awaited, printed and written as JSON, though it lacks accessors', async () => {
    const notes = fake(Notes, { limit: 3 });

    expect(await Promise.resolve(notes)).toBe(notes);
    expect(JSON.stringify(notes)).toBe('{"limit":3}');
    expect(inspect(notes)).toContain('limit: 3');
  });

  it('is compared by the part that the test gave', () => {
    expect(fake(Notes, { limit: 3 })).toEqual(fake(Notes, { limit: 3 }));
    expect(fake(Notes, { limit: 3 })).not.toEqual(fake(Notes, { limit: 4 }));
    expect([fake(Notes, { limit: 3 })]).toMatchObject([{ limit: 3 }]);
    expect(() => {
      expect(fake(Notes, { limit: 3, size: 1 })).toEqual(fake(Notes, { limit: 4, size: 1 }));
    }).toThrow(/limit.* 3/);
  });

  it('is called with, as a spy tells', () => {
    const spy = jest.fn();
    const notes = fake(Notes);

    spy(notes);

    expect(spy).toHaveBeenCalledWith(notes);
  });
});
