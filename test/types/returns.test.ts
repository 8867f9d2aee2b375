import {
  EventStreamResponse,
  FileResponse,
  Get,
  type HttpResponse,
  JsonResponse,
  NotFoundError,
  Raises,
  RedirectResponse,
  Returns,
} from '../../src/index';

class AuthorDto {
  name!: string;
}

class NoteDto {
  id!: number;
  title!: string;
  at!: Date;
  author?: AuthorDto;
  tags!: string[];

  summary() {
    return this.title;
  }
}

const note = { id: 1, title: 'a', at: new Date(), tags: ['a'] as const, secret: true, author: undefined };

// The compiler is the test: ts-jest reports what it finds.
describe('what a method with @Returns may return', () => {
  it('accepts what has the fields, and more', () => {
    class Accepted {
      @Get() @Returns(NoteDto) plain() {
        return note;
      }
      @Get() @Returns(NoteDto) async later() {
        return Promise.resolve({ ...note, at: '2024-01-01', author: { name: 'A', password: 'p' } });
      }
      @Get() @Returns([NoteDto]) list() {
        return [note] as const;
      }
      @Get() @Returns(NoteDto) response() {
        return new JsonResponse(note, { status: 201 });
      }
      @Get() @Returns(NoteDto) text() {
        return { ...note, title: 12n };
      }
      @Get() @Returns(NoteDto) any(): ReturnType<typeof JSON.parse> {
        return note;
      }
    }
    class Others {
      @Get() @Returns(NoteDto) file(isFile: boolean) {
        return isFile ? new FileResponse('a') : new RedirectResponse('/');
      }
      @Get() @Returns(NoteDto) base(): HttpResponse {
        return new JsonResponse(note);
      }
      @Get() @Returns(NoteDto) events(items: AsyncIterable<NoteDto>) {
        return new EventStreamResponse(items);
      }
      @Get() @Returns(NoteDto) never(): never {
        throw new NotFoundError();
      }
      @Get() @Returns(NoteDto, { unchecked: true }) unchecked() {
        return { id: 'a' };
      }
    }

    expect([Accepted, Others]).toHaveLength(2);
  });

  it('refuses what lacks a field, has another type, or may be nothing', () => {
    class Refused {
      // @ts-expect-error it lacks fields
      @Get() @Returns(NoteDto) missing() {
        return { id: 1 };
      }
      // @ts-expect-error the list lacks fields
      @Get() @Returns([NoteDto]) list() {
        return [{ id: 1 }];
      }
      // @ts-expect-error nothing is known of it
      @Get() @Returns(NoteDto) unknown(): unknown {
        return note;
      }
      // @ts-expect-error it is no list
      @Get() @Returns([NoteDto]) noList() {
        return note;
      }
      // @ts-expect-error the response lacks fields
      @Get() @Returns(NoteDto) response() {
        return new JsonResponse({ id: 1 });
      }
      // @ts-expect-error the events lack fields
      @Get() @Returns(NoteDto) events(items: AsyncIterable<{ id: number }>) {
        return new EventStreamResponse(items);
      }
      // @ts-expect-error a field has another type
      @Get() @Returns(NoteDto) type() {
        return { ...note, id: 'a' };
      }
      // @ts-expect-error a nested field has another type
      @Get() @Returns(NoteDto) async nested() {
        return Promise.resolve({ ...note, author: { name: 1 } });
      }
      // @ts-expect-error it may be undefined
      @Get() @Returns(NoteDto) maybe(isThere: boolean) {
        return isThere ? note : undefined;
      }
      // @ts-expect-error it may be null
      @Get() @Returns(NoteDto) nullable(isThere: boolean) {
        return isThere ? note : null;
      }
    }

    expect(Refused).toBeDefined();
  });
});

describe('@Raises', () => {
  it('refuses what is no HttpError', () => {
    class Raising {
      @Get() @Raises(NotFoundError) get() {
        return 1;
      }
      // @ts-expect-error it is no HttpError
      @Get() @Raises(TypeError) other() {
        return 1;
      }
    }

    expect(Raising).toBeDefined();
  });
});
