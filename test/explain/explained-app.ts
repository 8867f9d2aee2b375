import { Transform } from 'class-transformer';
import { IsInt, IsString, MaxLength } from 'class-validator';

import {
  Body,
  converter,
  Delete,
  Get,
  type HttpRequest,
  type HttpResponse,
  include,
  Inject,
  Injectable,
  Middleware,
  MiddlewareNotUsed,
  Module,
  Param,
  Patch,
  provide,
  Put,
  Query,
  Returns,
  Route,
  token,
  UseMiddleware,
  View,
} from '../../src/index';
const USER = token<string>('USER');
const CLOCK = token<() => number>('CLOCK');

@Injectable()
class Store {}

@Injectable({ scope: 'transient' })
class Draft {
  constructor(readonly store: Store) {}
}

@Injectable({ scope: 'request' })
class Session {
  constructor(
    readonly store: Store,
    @Inject(USER) readonly user: string,
  ) {}
}

@Middleware()
class Safe {
  processResponse(_request: HttpRequest, response: HttpResponse) {
    return response;
  }
}

@Middleware({ scope: 'request', provides: [USER] })
class Auth {
  constructor(@Inject(CLOCK) readonly clock: () => number) {}

  processRequest() {
    // Lets all pass.
  }

  processView(request: HttpRequest) {
    request.scope.set(USER, 'ada');
  }

  processException() {
    // Lets others answer.
  }
}

@Middleware()
class Unused {
  constructor() {
    throw new MiddlewareNotUsed('off');
  }

  processRequest() {
    // Lets all pass.
  }
}

@Middleware()
class Audit {
  processView() {
    // Lets all pass.
  }
}

class NoteDto {
  @IsString() @MaxLength(80) title!: string;
  @IsInt({ each: true }) marks!: number[];
}

class TrimmedNote {
  @IsString() @Transform(({ value }) => String(value).trim()) title!: string;
}

/** What must not run. */
export const never = jest.fn();

@Route('/notes/<int:id>', { name: 'note' })
export class NoteView {
  constructor(
    readonly session: Session,
    readonly draft: Draft,
    readonly store: Store,
  ) {
    never();
  }

  @Get()
  @Returns(NoteDto)
  show(@Param('id') _id: number, @Query('page') _page?: number, @Query('tag', [String]) _tags?: string[]): NoteDto {
    return never() as NoteDto;
  }

  @Put({ status: 202 })
  @UseMiddleware(Audit)
  @Returns([NoteDto])
  replace(@Param('id') _id: number, @Body() _body: NoteDto): NoteDto[] {
    return never() as NoteDto[];
  }

  @Patch()
  change(@Body() _body: TrimmedNote) {
    return null;
  }
}

@Route('/notes')
class NotesView extends View {
  get() {
    return [];
  }
}

@Route('/years/<year:year>')
class YearView {
  @Get()
  show(@Param('year') year: number) {
    return year;
  }
}

@Route('/files/*')
class FilesView {
  @Delete({ status: 204 })
  remove() {
    never();
  }
}

@Route('/items/:id')
class ItemView {
  @Get()
  show(@Param('id') id: number) {
    return id;
  }
}

const year = converter('year', { pattern: /\d{4}/, parse: Number, format: String });

@Module({ routes: [NotesView, NoteView], middleware: [Auth], providers: [provide(CLOCK, { useValue: () => 0 })] })
class NotesModule {}

@Module({
  routes: [YearView, FilesView, ItemView, include('/api', NotesModule, { name: 'api' })],
  middleware: [Safe, Unused],
  converters: [year],
})
export class Root {}
