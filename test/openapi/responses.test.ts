import { Expose } from 'class-transformer';

import {
  Delete,
  ForbiddenError,
  Get,
  HttpError,
  Middleware,
  NotFoundError,
  Param,
  path,
  Raises,
  RedirectView,
  Route,
  UseMiddleware,
} from '../../src/index';
import { Doc } from '../../src/openapi/index';
import { about, describeModule, describeViews } from './describe-module';

describe('the answers of an operation', () => {
  class GoneFishing extends HttpError {
    constructor() {
      super(418, 'Nobody is here.');
    }
  }
  class NoSuchThing extends NotFoundError {
    constructor(id: number) {
      super(`There is no thing ${id}.`);
    }
  }

  @Middleware()
  @Raises(ForbiddenError)
  class Guard implements Middleware {
    processView() {
      return undefined;
    }
  }

  @Route('/things/:id')
  @Raises(GoneFishing)
  class ThingView {
    @Get()
    @UseMiddleware(Guard)
    @Raises(NoSuchThing)
    @Doc({ responses: { 303: 'It has moved.', 404: 'It is not there.' } })
    show(@Param('id') id: string) {
      return id;
    }

    @Delete({ status: 204 })
    remove() {
      return;
    }
  }

  const problem = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };

  it('are what it, its view and its middleware raise, and what @Doc says', () => {
    const { paths } = describeViews([ThingView], {});

    expect(paths['/things/{id}']?.get?.responses).toEqual({
      200: { description: 'OK' },
      303: { description: 'It has moved.' },
      403: { description: 'Forbidden', content: problem },
      404: { description: 'It is not there.', content: problem },
      418: { description: 'Nobody is here.', content: problem },
    });
    expect(paths['/things/{id}']?.delete?.responses).toEqual({
      204: { description: 'No Content' },
      418: { description: 'Nobody is here.', content: problem },
    });
  });

  it('have the shape of errors that the application has', () => {
    class PlainError {
      @Expose() message!: string;
    }
    const ofClass = describeViews([ThingView], {}, { ...about, errorSchema: PlainError });
    const ofSchema = describeViews([ThingView], {}, { ...about, errorSchema: { type: 'string' } });

    expect(ofClass.paths['/things/{id}']?.delete?.responses[418]?.content).toEqual({
      'application/json': { schema: { $ref: '#/components/schemas/PlainError' } },
    });
    expect(ofSchema.components.schemas).toEqual({ Error: { type: 'string' } });
  });

  it('are a redirect where nothing else is', () => {
    const redirect = path('/old', RedirectView, { init: { url: '/new', permanent: true } });
    const { paths } = describeModule({ routes: [redirect] });

    expect(Object.keys(paths['/old'] ?? {})).toEqual(['get']);
    expect(paths['/old']?.get?.responses).toEqual({
      308: {
        description: 'Permanent Redirect',
        headers: { location: { schema: { type: 'string', format: 'uri-reference' } } },
      },
    });
  });
});
