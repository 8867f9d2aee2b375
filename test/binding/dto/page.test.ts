import { Expose } from 'class-transformer';
import { IsString, validateSync } from 'class-validator';
import { Get, Module, Optional, PageDto, PageQuery, Returns, Route } from '../../../src/index';
import { createTestKernel } from '../../../src/testing/create-test-kernel';

class NoteDto {
  @Expose() id!: number;
}

class ListNotes extends PageQuery {
  @Optional() @IsString() tag?: string;
}

describe('PageDto', () => {
  it('lets a page leave, and the fields of its items', async () => {
    @Route('/notes')
    class NotesView {
      @Get() @Returns(PageDto(NoteDto)) list() {
        const { page, size, skip } = new PageQuery();
        return { items: [{ id: skip, secret: 1 }], total: 41, page, size, secret: 1 };
      }
    }
    @Module({ routes: [NotesView] })
    class AppModule {}
    const kernel = await createTestKernel(AppModule);

    const { text } = await kernel.client.get('/notes');
    await kernel.close();

    expect(text).toBe('{"items":[{"id":0}],"total":41,"page":1,"size":20}');
  });

  it('is one class for one DTO, named after it', () => {
    expect(PageDto(NoteDto)).toBe(PageDto(NoteDto));
    expect(PageDto(NoteDto).name).toBe('NoteDtoPage');
  });
});

describe('PageQuery', () => {
  it.each([{}, { page: 3, size: 100, tag: 'a' }, { page: 1_000_000 }, { size: undefined }])('accepts %j', (values) => {
    expect(validateSync(Object.assign(new ListNotes(), values))).toEqual([]);
  });

  it.each([{ page: 0 }, { page: 1_000_001 }, { page: 1.5 }, { page: null }, { size: 0 }, { size: 101 }, { tag: 1 }])(
    'refuses %j',
    (values) => {
      const errors = validateSync(Object.assign(new ListNotes(), values));

      expect(errors.map(({ property }) => property)).toEqual(Object.keys(values));
    },
  );

  it('tells how many come before the page', () => {
    expect(new PageQuery().skip).toBe(0);
    expect(Object.assign(new PageQuery(), { page: 3, size: 50 }).skip).toBe(100);
  });
});
