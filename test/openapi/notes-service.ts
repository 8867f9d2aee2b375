import { Expose, Type } from 'class-transformer';
import { IsArray, IsEmail, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';

import {
  Body,
  ConflictError,
  createMetadata,
  Get,
  include,
  Module,
  NotFoundError,
  Nullable,
  Optional,
  PageDto,
  PageQuery,
  Param,
  Post,
  Query,
  Raises,
  ResponseHeader,
  Returns,
  Route,
} from '../../src/index';
import { Doc } from '../../src/openapi/index';

/** Opens a view. */
export const Public = createMetadata('public');

class Author {
  @Expose() @IsString() name!: string;
  @Nullable() @IsEmail() email!: string | null;
}

class NoteDto {
  @Expose() @IsInt() id!: number;
  @Expose() title!: string;
  @Expose() createdAt!: Date;
  @Optional() @IsString() text?: string;
  @Expose() @Type(() => Author) author!: Author;
  @Expose() @Type(() => String) tags!: string[];
}

class NewAuthor {
  @IsEmail() email!: string;
}

class CreateNote {
  @Length(1, 80) title!: string;
  @IsIn(['open', 'closed']) state = 'open';
  @Optional() @IsString({ each: true }) @IsArray() tags?: string[];
  @IsOptional() @Max(9) @Min(0) @IsInt() rank?: number | null;
  @ValidateNested() @Type(() => NewAuthor) author!: NewAuthor;
}

class ListNotes extends PageQuery {
  @Optional() @IsString() tag?: string;
}

@Route('/notes')
class NotesView {
  @Get()
  @Public()
  @Returns(PageDto(NoteDto), { unchecked: true })
  list(@Query() query: ListNotes) {
    return query;
  }

  @Post({ status: 201 })
  @Raises(ConflictError)
  @Returns(NoteDto, { unchecked: true })
  create(@Body() body: CreateNote) {
    return body;
  }
}

@Route('/notes/<int:id>')
class NoteView {
  @Get()
  @Doc({ summary: 'Shows a note', deprecated: true })
  @Raises(NotFoundError)
  @ResponseHeader('cache-control', 'no-store')
  @Returns(NoteDto, { unchecked: true })
  show(@Param('id') id: number) {
    return id;
  }
}

@Module({ routes: [NotesView, NoteView] })
class NotesModule {}

/** A small service. */
@Module({ routes: [include('/api', NotesModule)] })
export class AppModule {}
