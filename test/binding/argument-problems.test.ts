import { Cookie, Get, Header, type HttpRequest, Kernel, Module, Param, Query, Req, Route } from '../../src/index';

async function readFaults(view: new () => object): Promise<string> {
  @Module({ routes: [view] })
  class AppModule {}

  return Kernel.create(AppModule, { env: {}, logger: false }).then(
    () => 'none',
    (error: unknown) => (error as Error).message,
  );
}

describe('the types of arguments', () => {
  it('are named where the compiler tells nothing, as with a default, a list, or a union', async () => {
    @Route('/notes')
    class NotesView {
      @Get()
      list(@Query('page') page = 1, @Query('tags') tags?: string[], @Cookie('theme') theme?: string | null) {
        return [page, tags, theme];
      }
    }

    const mend = (decorator: string) =>
      `Name it, as in ${decorator}, String): String, Number, Boolean, BigInt, Date, an enum, or one of them in brackets for a list. [Q316]`;
    const unknown = (position: number) =>
      `Parameter ${position} of NotesView.list has a type that is not known at run time, so it would get text whatever it declares.`;
    expect(await readFaults(NotesView)).toBe(
      [
        `${unknown(1)}\n  ${mend("@Query('page'")}`,
        `${unknown(2)}\n  ${mend("@Query('tags'")}`,
        `${unknown(3)}\n  ${mend("@Cookie('theme'")}`,
      ].join('\n'),
    );
  });

  it('are converted once they are named', async () => {
    @Route('/notes')
    class NotesView {
      @Get()
      list(@Query('page', Number) page = 1, @Query('tags', [String]) tags: string[] = []) {
        return { page, tags };
      }
    }
    @Module({ routes: [NotesView] })
    class AppModule {}
    const kernel = await Kernel.create(AppModule, { env: {}, logger: false });

    const answers = await Promise.all(['/notes', '/notes?page=2&tags=a'].map((url) => kernel.server.inject(url)));
    await kernel.close();

    expect(answers.map((each) => each.json<object>())).toEqual([
      { page: 1, tags: [] },
      { page: 2, tags: ['a'] },
    ]);
  });

  it('agree with the converter of the pattern', async () => {
    @Route('/notes/<int:id>/<slug:slug>')
    class NoteView {
      @Get()
      show(@Param('id') id: string, @Param('slug') slug: number) {
        return [id, slug];
      }
    }

    expect(await readFaults(NoteView)).toBe(
      [
        'Parameter 1 of NoteView.show has another type than <int:id> of its pattern gives, which is Number.',
        '  Change the type of the parameter, or the converter of the pattern. [Q317]',
        'Parameter 2 of NoteView.show has another type than <slug:slug> of its pattern gives, which is String.',
        '  Change the type of the parameter, or the converter of the pattern. [Q317]',
      ].join('\n'),
    );
  });

  it('are of no concern where a converter or no text gives the value', async () => {
    @Route('/notes/<int:id>')
    class NoteView {
      @Get()
      show(@Param('id') id: unknown, @Header() headers: object, @Req() request: HttpRequest) {
        return [id, headers, request.path];
      }
    }

    expect(await readFaults(NoteView)).toBe('none');
  });
});
