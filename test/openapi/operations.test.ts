import { Delete, Get, Put, Route } from '../../src/index';
import { Doc } from '../../src/openapi/index';
import { about, describeViews } from './describe-module';

describe('an operation', () => {
  @Route('/notes/<int:id>')
  @Doc({ tags: ['Reading'], description: 'Of notes.' })
  class NoteView {
    @Get('/text')
    @Get()
    @Doc({ summary: 'Shows it' })
    show() {
      return 1;
    }

    @Put()
    @Doc({ hidden: true })
    change() {
      return 1;
    }
  }

  @Route('/notes/<slug:slug>')
  class NamedView {
    @Get()
    show() {
      return 1;
    }

    @Delete({ status: 204 })
    @Doc({ operationId: 'forget' })
    remove() {
      return;
    }
  }

  it('has an id of its own, and what @Doc says of it and of its view', () => {
    const { paths, tags } = describeViews([NoteView], {});

    expect(paths['/notes/{id}']).toMatchObject({
      get: { operationId: 'noteShow', tags: ['Reading'], summary: 'Shows it', description: 'Of notes.' },
    });
    expect(paths['/notes/{id}/text']?.get?.operationId).toBe('noteShow2');
    expect(paths['/notes/{id}']?.put).toBeUndefined();
    expect(tags).toEqual([{ name: 'Reading' }]);
  });

  it('shares the path of another that differs in the names of parameters alone', () => {
    const { paths } = describeViews([NoteView, NamedView], {});

    expect(paths['/notes/{id}']?.delete).toMatchObject({
      operationId: 'forget',
      parameters: [{ name: 'id', schema: { type: 'string', pattern: '^[-a-zA-Z0-9_]+$' } }],
    });
    expect(paths['/notes/{slug}']?.get?.operationId).toBe('namedShow');
  });

  it('needs one of the schemes, unless told', () => {
    const schemes = { a: { type: 'http', scheme: 'basic' }, b: { type: 'http', scheme: 'bearer' } } as const;
    const { paths } = describeViews([NamedView], {}, { ...about, security: { schemes } });

    expect(paths['/notes/{slug}']?.get?.security).toEqual([{ a: [] }, { b: [] }]);
    expect(Object.keys(paths['/notes/{slug}']?.get?.responses ?? {})).toEqual(['200', '401']);
  });
});
