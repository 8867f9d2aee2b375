import { createOpenApi } from '../../src/openapi/index';
import { findFaults } from './find-faults';
import { AppModule, Public } from './notes-service';

describe('the document of a service', () => {
  const document = createOpenApi(AppModule, {
    title: 'Notes',
    version: '1.0.0',
    servers: ['https://notes.example'],
    tags: [{ name: 'Notes', description: 'What there is.' }],
    security: {
      schemes: { token: { type: 'http', scheme: 'bearer' } },
      of: (match) => (match.get(Public) ? [] : [{ token: [] }]),
    },
  });
  const problem = (description: string, name = 'Problem') => ({
    description,
    content: { 'application/problem+json': { schema: { $ref: `#/components/schemas/${name}` } } },
  });
  const json = (name: string) => ({
    'application/json': { schema: { $ref: `#/components/schemas/${name}` } },
  });

  it('says what it is about', () => {
    expect({ ...document, paths: {}, components: {} }).toEqual({
      openapi: '3.1.0',
      info: { title: 'Notes', version: '1.0.0' },
      servers: [{ url: 'https://notes.example' }],
      tags: [{ name: 'Notes', description: 'What there is.' }],
      paths: {},
      components: {},
    });
  });

  it('has each route at its path', () => {
    expect(document.paths).toEqual({
      '/api/notes': {
        get: {
          operationId: 'notesList',
          tags: ['Notes'],
          parameters: [
            {
              name: 'page',
              in: 'query',
              required: false,
              schema: { type: 'integer', minimum: 1, maximum: 1_000_000, default: 1 },
            },
            {
              name: 'size',
              in: 'query',
              required: false,
              schema: { type: 'integer', minimum: 1, maximum: 100, default: 20 },
            },
            { name: 'tag', in: 'query', required: false, schema: { type: 'string' } },
          ],
          responses: {
            200: { description: 'OK', content: json('NoteDtoPage') },
            422: problem('Unprocessable Entity', 'ValidationProblem'),
          },
          security: [],
        },
        post: {
          operationId: 'notesCreate',
          tags: ['Notes'],
          requestBody: { required: true, content: json('CreateNote') },
          responses: {
            201: { description: 'Created', content: json('NoteDto') },
            400: problem('Bad Request'),
            401: problem('Unauthorized'),
            409: problem('Conflict'),
            413: problem('Payload Too Large'),
            415: problem('Unsupported Media Type'),
            422: problem('Unprocessable Entity', 'ValidationProblem'),
          },
          security: [{ token: [] }],
        },
      },
      '/api/notes/{id}': {
        get: {
          operationId: 'noteShow',
          tags: ['Notes'],
          summary: 'Shows a note',
          deprecated: true,
          parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'integer', minimum: 0 } }],
          responses: {
            200: {
              description: 'OK',
              headers: { 'cache-control': { schema: { type: 'string' }, example: 'no-store' } },
              content: json('NoteDto'),
            },
            401: problem('Unauthorized'),
            404: problem('Not Found'),
          },
          security: [{ token: [] }],
        },
      },
    });
  });

  it('has each class once, with what its fields and rules say', () => {
    const { Problem, ValidationProblem, ...own } = document.components.schemas;

    expect(own).toEqual({
      NoteDtoPage: {
        type: 'object',
        properties: {
          items: { type: 'array', items: { $ref: '#/components/schemas/NoteDto' } },
          total: { type: 'integer', minimum: 0 },
          page: { type: 'integer', minimum: 1 },
          size: { type: 'integer', minimum: 1 },
        },
        required: ['items', 'total', 'page', 'size'],
        additionalProperties: false,
      },
      NoteDto: {
        type: 'object',
        properties: {
          id: { type: 'integer' },
          title: { type: 'string' },
          createdAt: { type: 'string', format: 'date-time' },
          text: { type: 'string' },
          author: { $ref: '#/components/schemas/Author' },
          tags: { type: 'array', items: { type: 'string' } },
        },
        required: ['id', 'title', 'createdAt', 'author', 'tags'],
        additionalProperties: false,
      },
      Author: {
        type: 'object',
        properties: { name: { type: 'string' }, email: { type: ['string', 'null'], format: 'email' } },
        required: ['name', 'email'],
        additionalProperties: false,
      },
      CreateNote: {
        type: 'object',
        properties: {
          title: { type: 'string', minLength: 1, maxLength: 80 },
          state: { type: 'string', enum: ['open', 'closed'], default: 'open' },
          tags: { type: 'array', items: { type: 'string' } },
          rank: { type: ['integer', 'null'], minimum: 0, maximum: 9 },
          author: { $ref: '#/components/schemas/NewAuthor' },
        },
        required: ['title'],
        additionalProperties: false,
      },
      NewAuthor: {
        type: 'object',
        properties: { email: { type: 'string', format: 'email' } },
        required: ['email'],
        additionalProperties: false,
      },
    });
    expect(Problem).toMatchObject({ type: 'object', required: ['type', 'title', 'status', 'requestId'] });
    expect(ValidationProblem).toMatchObject({ required: ['type', 'title', 'status', 'requestId', 'errors'] });
  });

  it('has the ways to prove who one is', () => {
    expect(document.components.securitySchemes).toEqual({ token: { type: 'http', scheme: 'bearer' } });
  });

  it('is valid by a public validator', async () => {
    expect(await findFaults(document)).toEqual([]);
    expect(await findFaults({ ...document, info: {} as never })).not.toEqual([]);
  });
});
