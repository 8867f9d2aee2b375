import { IsString } from 'class-validator';
import { Body, Get, Inject, Injectable, Module, NotFoundError, Param, Post, provide, Route, token } from 'quintet';

export interface Note {
  readonly id: number;
  readonly title: string;
}

export const CLOCK = token<() => Date>('CLOCK');

export class NewNote {
  @IsString() title!: string;
}

@Injectable()
export class Notes {
  find(_id: number): Promise<Note | undefined> {
    throw new Error('There is no database.');
  }
}

@Route('/notes')
export class NotesView {
  constructor(
    readonly notes: Notes,
    @Inject(CLOCK) private readonly clock: () => Date,
  ) {}

  @Get('<int:id>')
  async show(@Param('id') id: number) {
    const note = await this.notes.find(id);
    if (!note) throw new NotFoundError();
    return { ...note, at: this.clock() };
  }

  @Post()
  keep(@Body() { title }: NewNote) {
    return { title };
  }
}

@Module({ routes: [NotesView], providers: [provide(CLOCK, { useValue: () => new Date() })] })
export class NotesModule {}
