import { Body, File, Files, Get, Module, Post, RawBody, Route, type UploadedFile } from '../../../src/index';
import { readRefusal } from '../../kernel/start-kernel';

class Item {
  name!: string;
}

describe('start faults of files', () => {
  it('name what cannot go together in one form', async () => {
    @Route('/a')
    class AView {
      @Post('raw') raw(@File('a') file: UploadedFile, @RawBody() bytes: Buffer) {
        return [file, bytes];
      }

      @Post('streams') streams(
        @File('a', { stream: true }) one: UploadedFile,
        @File('b', { stream: true }) two: UploadedFile,
      ) {
        return [one, two];
      }

      @Post('twice') twice(@File('a') one: UploadedFile, @Files('a') all: UploadedFile[]) {
        return [one, all];
      }

      @Post('limits') limits(
        @File('a', { maxSize: -1 }) one: UploadedFile,
        @Files('b', { maxCount: 0.5 }) all: UploadedFile[],
      ) {
        return [one, all];
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'AView.raw binds both files and @RawBody, but a form is not kept in memory as a whole.',
        '  Remove @RawBody, or remove the files and read the form from its bytes. [Q318]',
        'AView.streams binds two streamed files, but the second comes only when the first has been read.',
        '  Stream one of them, and put it last in the form. [Q318]',
        'AView.twice binds the files of "a" twice.',
        "  Bind them once, with @Files('a') if they are several. [Q318]",
        'AView.limits limits "a" with maxSize -1.',
        '  Give a whole number from 1. [Q318]',
        'AView.limits limits "b" with maxCount 0.5.',
        '  Give a whole number from 1. [Q318]',
      ].join('\n'),
    );
  });

  it('name a list beside files', async () => {
    @Route('/a')
    class AView {
      @Post() post(@File('a') file: UploadedFile, @Body([Item]) items: Item[]) {
        return [file, items];
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toContain(
      'AView.post binds both files and a list as @Body, but the fields of a form are no list.\n' +
        '  Bind the fields to a class that has them as its own. [Q318]',
    );
  });

  it('name a file where no body is read', async () => {
    @Route('/a')
    class AView {
      @Get() get(@File('a') file: UploadedFile) {
        return file;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'AView.get binds @File, but answers GET, whose body is never read.\n' +
        '  Answer POST, PUT or PATCH, or bind the values with @Query. [Q315]',
    );
  });
});

describe('without @fastify/multipart', () => {
  it('names the package that is to be installed', async () => {
    jest.doMock('@fastify/multipart', () => {
      throw new Error("Cannot find module '@fastify/multipart'");
    });

    @Route('/a')
    class AView {
      @Post() post(@File('a') file: UploadedFile) {
        return file;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      'AView.post takes files, but the package @fastify/multipart, which reads them, is not installed.\n' +
        '  Run npm install @fastify/multipart. [Q319]',
    );
  });
});
