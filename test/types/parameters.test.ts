/* eslint-disable max-params -- each parameter is a case */
import {
  Body,
  Cookie,
  createParameter,
  File,
  Files,
  Header,
  HttpRequest,
  Param,
  Query,
  RawBody,
  Req,
  Signal,
  UploadedFile,
} from '../../src/index';

const Color = { Red: 'red', Blue: 'blue' } as const;
type Color = (typeof Color)[keyof typeof Color];

/* eslint-disable no-restricted-syntax, @typescript-eslint/naming-convention -- users write enums */
enum Priority {
  Minor,
  Major,
}
/* eslint-enable no-restricted-syntax, @typescript-eslint/naming-convention */

class Note {
  title!: string;
}

class Page {
  page!: number;
}

describe('the types of bound parameters', () => {
  it('refuses a parameter that cannot hold what the given type stands for', () => {
    class Wrong {
      query(
        // @ts-expect-error a number is no string
        @Query('page', Number) page: string,
        // @ts-expect-error a list is no number
        @Query('ids', [Number]) ids: number,
      ) {
        return [page, ids];
      }

      param(
        // @ts-expect-error a list of numbers is no list of strings
        @Param('id', [Number]) id: string[],
        // @ts-expect-error a boolean is no number
        @Header('x-flag', Boolean) flag: number,
        // @ts-expect-error a bigint is no number
        @Cookie('big', BigInt) big: number,
      ) {
        return [id, flag, big];
      }

      enums(
        // @ts-expect-error the enum has other members
        @Query('color', Color) color: 'red' | 'green',
      ) {
        return color;
      }
    }

    expect(Wrong).toBeDefined();
  });

  it('accepts a parameter that holds what the given type stands for', () => {
    class Right {
      query(
        @Query('page', Number) page: number,
        @Query('ids', [Number]) ids: number[],
        @Query('since', Date) since: Date | undefined,
        @Query('color', Color) color: Color,
        @Query('colors', [Color]) colors: readonly Color[],
        @Query('priority', Priority) priority: Priority,
        @Query('any', String) any: unknown,
      ) {
        return [page, ids, since, color, colors, priority, any];
      }

      untyped(@Query('page') page: number, @Param() params: unknown, @Body() body: { readonly a: number }) {
        return [page, params, body];
      }
    }

    expect(Right).toBeDefined();
  });

  it('refuses @Req and @Signal on a parameter of another type', () => {
    class Wrong {
      run(
        // @ts-expect-error a request is no string
        @Req() request: string,
        // @ts-expect-error a signal is no request
        @Signal() signal: HttpRequest,
      ) {
        return [request, signal];
      }
    }

    expect(Wrong).toBeDefined();
  });

  it('refuses a body or a whole query of another class than the given one', () => {
    class Wrong {
      body(
        // @ts-expect-error a note is no page
        @Body(Note) page: Page,
        // @ts-expect-error a list of notes is no note
        @Body([Note]) note: Note,
        // @ts-expect-error a note is no list of notes
        @Body(Note) notes: Note[],
        // @ts-expect-error bytes are no text
        @RawBody() bytes: string,
      ) {
        return [page, note, notes, bytes];
      }

      whole(
        // @ts-expect-error a page is no note
        @Query(Page) query: Note,
        // @ts-expect-error a page is no note
        @Header(Page) headers: Note,
      ) {
        return [query, headers];
      }

      options(
        // @ts-expect-error there is no such way with unknown properties
        @Body(Note, { unknownProperties: 'drop' }) note: Note,
      ) {
        return note;
      }
    }

    expect(Wrong).toBeDefined();
  });

  it('accepts a body and a whole query of the given class', () => {
    class Right {
      body(
        @Body(Note, { unknownProperties: 'strip', groups: ['create'] }) note: Note,
        @Body([Note]) notes: readonly Note[],
        @Body(undefined, { groups: ['create'] }) other: Note,
        @RawBody() bytes: Uint8Array,
        @Query(Page) query: Page,
        @Cookie() cookies: Page,
      ) {
        return [note, notes, other, bytes, query, cookies];
      }
    }

    expect(Right).toBeDefined();
  });

  it('refuses a parameter that cannot hold what a decorator of createParameter reads', () => {
    const Tenant = createParameter((request, fallback: string) => request.headers.host ?? fallback);
    const Count = createParameter(() => Promise.resolve(1));

    class Wrong {
      run(
        // @ts-expect-error a text is no number
        @Tenant('a') tenant: number,
        // @ts-expect-error the promise is waited for
        @Count() count: Promise<number>,
        // @ts-expect-error the fallback is a text
        @Tenant(1) other: string,
        // @ts-expect-error the fallback is missing
        @Tenant() none: string,
      ) {
        return [tenant, count, other, none];
      }
    }

    class Right {
      run(@Tenant('a') tenant: string, @Count() count: number) {
        return [tenant, count];
      }
    }

    expect([Wrong, Right]).toHaveLength(2);
  });

  it('refuses a file on a parameter of another type, and options that do not go together', () => {
    class Wrong {
      run(
        // @ts-expect-error a file is no text
        @File('a') one: string,
        // @ts-expect-error it may be undefined
        @File('a', { optional: true }) two: UploadedFile,
        // @ts-expect-error several files are a list
        @Files('a') three: UploadedFile,
        // @ts-expect-error only one file can be streamed
        @Files('a', { stream: true }) four: UploadedFile[],
        // @ts-expect-error a file has no count
        @File('a', { maxCount: 2 }) five: UploadedFile,
      ) {
        return [one, two, three, four, five];
      }
    }

    class Right {
      run(
        @File('a', { maxSize: 1, types: ['image/*'], stream: true }) one: UploadedFile,
        @File('a', { optional: true }) two: UploadedFile | undefined,
        @Files('a', { maxCount: 2, optional: true }) three: readonly UploadedFile[],
      ) {
        return [one, two, three];
      }
    }

    expect([Wrong, Right]).toHaveLength(2);
  });

  it('accepts @Req and @Signal on a parameter of their type, also in a private or protected method', () => {
    class Right {
      run(@Req() request: HttpRequest, @Signal() signal: AbortSignal) {
        return [request, signal, this.hidden(request), this.guarded(1)];
      }

      protected guarded(@Query('page', Number) page: number) {
        return page;
      }

      private hidden(@Req() request: HttpRequest) {
        return request;
      }
    }

    expect(Right).toBeDefined();
  });
});
