import { Body, Get, Injectable, Module, Param, Post, Query, Returns, Route, UseMiddleware } from '../../src/index';
import { readRefusal } from './start-kernel';

class Undecorated {}

@Injectable()
class Store {
  constructor(readonly missing: Undecorated) {}
}

class Empty {}

@Route('/notes/<yaer:id>')
@UseMiddleware(Undecorated)
class NotesView {
  constructor(readonly store: Store) {}

  @Get({ status: 900 })
  @Returns(Empty)
  show(@Param('id') _id: number, @Query('page') _page: unknown, unbound: string) {
    return unbound;
  }

  @Post()
  create(@Body() body: { title: string }) {
    return body;
  }
}

describe('a view whose pattern is faulty', () => {
  it('is proved all the same, but for what depends on the pattern', async () => {
    @Module({ routes: [NotesView] })
    class Root {}

    const codes = (await readRefusal(Root)).match(/(?<=\[)Q\d{3}(?=\])/g);

    expect(codes).toEqual(['Q102', 'Q311', 'Q604', 'Q102', 'Q316', 'Q301', 'Q323', 'Q501', 'Q201']);
  });
});
