import { expectTypeOf } from 'expect-type';

import { ConfigurationError } from '../../src/errors/configuration-error';
import { token } from '../../src/injection/token';
import { Injectable } from '../../src/decorators/injectable';
import { fake } from '../../src/testing/fake';

interface Note {
  readonly id: number;
}

class Store {
  constructor(private readonly url: string) {}

  get address(): string {
    return this.url;
  }

  close(): void {}
}

class Notes extends Store {
  limit = 10;
  readonly first = (): Note => ({ id: 1 });

  find(id: number): Promise<Note | undefined> {
    return Promise.resolve(id > 0 ? { id } : undefined);
  }

  async save(_note: Note): Promise<void> {}

  onStart(): void {
    throw new Error('A fake does not start.');
  }
}

abstract class Clock {
  abstract now(): Date;
}

abstract class Cache {
  abstract get(key: string): string | undefined;
  abstract remove(key: string): void;

  set(_key: string): void {}
  empty(): void {}
}

@Injectable()
class Mailer {
  send(): void {}
}

class NoteView {
  constructor(private readonly notes: Notes) {}

  show(id: number) {
    return this.notes.find(id);
  }
}

describe('a fake of a class', () => {
  it('is passed as the real thing', async () => {
    const view = new NoteView(fake(Notes, { find: (id) => Promise.resolve({ id: id + 1 }) }));

    expect(await view.show(1)).toEqual({ id: 2 });
  });

  it('is an instance of the class, whose constructor has not run', () => {
    const notes = fake(Notes, { limit: 3 });

    expect(notes).toBeInstanceOf(Notes);
    expect(notes).toBeInstanceOf(Store);
    expect(notes.limit).toBe(3);
  });

  it('throws when a method is called that it lacks', () => {
    const notes = fake(Notes, { find: () => Promise.resolve(undefined) });

    expect(() => notes.save({ id: 1 })).toThrow(new Error('`Notes.save` was called, but the fake has no `save`.'));
  });

  it('throws when an inherited method is called that it lacks', () => {
    expect(() => {
      fake(Notes).close();
    }).toThrow(new Error('`Notes.close` was called, but the fake has no `close`.'));
  });

  it('throws when an accessor is read that it lacks', () => {
    expect(() => fake(Notes).address).toThrow(new Error('`Notes.address` was read, but the fake has no `address`.'));
  });

  it('has accessors that the test gives it', () => {
    expect(fake(Notes, { address: 'memory' }).address).toBe('memory');
  });

  it('does nothing in the methods that the kernel calls by itself', () => {
    expect(() => {
      fake(Notes).onStart();
    }).not.toThrow();
  });

  it('keeps spies as they are, with their type', async () => {
    const notes = fake(Notes, { find: jest.fn((id: number) => Promise.resolve({ id })) });

    await notes.find(7);

    expect(notes.find).toHaveBeenCalledWith(7);
    expect(notes.find.mock.calls).toEqual([[7]]);
  });

  it('refuses a method that the class lacks, and names the one that was meant', () => {
    // @ts-expect-error Notes has no method finds
    expect(() => fake(Notes, { finds: () => Promise.resolve(undefined) })).toThrow(
      new ConfigurationError([
        {
          code: 'Q901',
          problem: 'The fake of Notes has a method finds, which Notes does not have. Did you mean "find"?',
          fix: 'Correct the name, or remove the method from the fake.',
        },
      ]),
    );
  });

  it('refuses a method of another type', () => {
    // @ts-expect-error find returns a promise of a note
    expect(fake(Notes, { find: () => 7 })).toBeInstanceOf(Notes);
  });

  it('takes fields that hold a function, and abstract methods', () => {
    const date = new Date(0);

    expect(fake(Notes, { first: () => ({ id: 2 }) }).first()).toEqual({ id: 2 });
    expect(fake(Clock, { now: () => date }).now()).toBe(date);
  });

  it('takes abstract methods of a class that has others, but no slip of these', () => {
    const cache = fake(Cache, { get: () => 'a', remove: () => undefined });

    expect(cache.get('key')).toBe('a');
    expect(() => {
      cache.set('key');
    }).toThrow(new Error('`Cache.set` was called, but the fake has no `set`.'));
    // @ts-expect-error Cache has no method emptie
    expect(() => fake(Cache, { emptie: () => undefined })).toThrow('Did you mean "empty"?');
  });

  it('refuses whatever a class lacks that is decorated, and so not abstract', () => {
    // @ts-expect-error Mailer has no method receive
    expect(() => fake(Mailer, { receive: () => undefined })).toThrow(
      'The fake of Mailer has a method receive, which Mailer does not have.',
    );
  });

  it('has the type of the class, private members included', () => {
    expectTypeOf(fake(Notes)).toExtend<Notes>();
    expectTypeOf(fake(Notes, { limit: 1 })).toExtend<Notes>();
    expect(fake(Notes, { limit: 1 }).limit).toBe(1);
  });
});

describe('a fake of a token', () => {
  const CLOCK = token<() => Date>('CLOCK');
  const NOTES = token<Pick<Notes, 'find' | 'save'>>('NOTES');

  it('is the value that it was given', () => {
    const now = () => new Date(0);

    expect(fake(CLOCK, now)).toBe(now);
  });

  it('may be a part of the value', async () => {
    const notes = fake(NOTES, { find: (id) => Promise.resolve({ id }) });

    expect(await notes.find(1)).toEqual({ id: 1 });
  });

  it('refuses a value of another type', () => {
    // @ts-expect-error the clock is a function
    expect(fake(CLOCK, { now: 1 })).toEqual({ now: 1 });
    // @ts-expect-error numbers are given by provide(TOKEN, { useValue })
    expect(() => fake(token<number>('PORT'), 80)).toThrow(TypeError);
  });
});
