import { Expose, Type } from 'class-transformer';
import { openApi, type ServedOpenApiOptions } from 'quintet/openapi';
import { Access } from './auth/access';

class ErrorMessages {
  @Expose() @Type(() => String) body!: string[];
}

/** What `ConduitErrors` answers with. */
class ErrorAnswer {
  @Expose() @Type(() => ErrorMessages) errors!: ErrorMessages;
}

/** What the document says that the views do not. */
export const conduitOpenApi: ServedOpenApiOptions = {
  title: 'RealWorld Conduit API',
  version: '1.1.0',
  license: { name: 'MIT License', url: 'https://opensource.org/licenses/MIT' },
  errorSchema: ErrorAnswer,
  security: {
    schemes: {
      Token: {
        type: 'apiKey',
        in: 'header',
        name: 'Authorization',
        description: 'The token that log-in and registration answer with: `Token xxxxxx.yyyyyyy.zzzzzz`.',
      },
    },
    of: (match) => {
      const access = match.get(Access);
      if (access === 'public') return [];
      return access === 'optional' ? [{}, { Token: [] }] : [{ Token: [] }];
    },
  },
};

/** The document at `/openapi.json`, and pages to try it at `/docs`. */
export const conduitDocs = openApi(conduitOpenApi);
