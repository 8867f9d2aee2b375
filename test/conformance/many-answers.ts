import { IsInt } from 'class-validator';

import {
  BadRequestError,
  Body,
  Delete,
  Get,
  type HttpRequest,
  HttpResponse,
  Middleware,
  Post,
  RedirectResponse,
  Req,
  Route,
  StreamResponse,
} from '../../src/index';
import type { RawRequest } from '../support/raw-http';

class NewNote {
  @IsInt() pages!: number;
}

/** Answers in as many ways as there are. */
@Route('/notes')
export class NotesView {
  @Get()
  list() {
    return [{ text: 'Grüße' }];
  }

  @Delete()
  async delete(@Req() { headers, body }: HttpRequest) {
    await Promise.resolve();
    return { type: headers['content-type'], length: headers['content-length'], hasBody: body !== undefined };
  }

  @Post({ status: 201 })
  create(@Body() { pages }: NewNote) {
    return { pages };
  }

  @Get('/text')
  text() {
    return 'text';
  }

  @Get('/none', { status: 204 })
  none() {
    // Nothing is sent.
  }

  @Get('/headers')
  headers() {
    const response = new HttpResponse({ a: 1 }, { headers: { vary: 'origin', 'x-of-view': 'ä' } });
    response.setCookie('a', '1');
    response.setCookie('b', '2');
    return response;
  }

  @Get('/vary')
  vary() {
    const response = new HttpResponse('varies');
    for (const name of ['Origin', 'origin', 'Accept,  x']) response.headers.append('vary', name);
    return response;
  }

  @Get('/id')
  id() {
    return new HttpResponse('id', { headers: { 'x-request-id': 'of-the-view' } });
  }

  @Get('/trailer')
  trailer() {
    return new HttpResponse('text', { headers: { trailer: 'x-sum' } });
  }

  @Get('/type')
  type() {
    return new HttpResponse('{}', { headers: { 'content-type': 'application/vnd.notes+json' } });
  }

  @Get('/length')
  length() {
    return new HttpResponse('text', { headers: { 'content-length': '9' } });
  }

  @Get('/bytes')
  bytes() {
    return Buffer.from('bytes');
  }

  @Get('/stream')
  stream() {
    return new StreamResponse(['a', 'b']);
  }

  @Get('/moved')
  moved() {
    return new RedirectResponse('/notes');
  }

  @Get('/refused')
  refused(): never {
    throw new BadRequestError('No.', { headers: { 'x-why': 'because' }, extensions: { hint: 'ask' } });
  }

  @Get('/broken')
  broken(): never {
    throw new Error('The inside.');
  }

  @Get('/unsaid')
  unsaid() {
    return { number: 1n };
  }
}

/** Waits where the request asks for it, and tells the error of each answer. */
@Middleware()
export class Marking implements Middleware {
  processRequest({ headers }: HttpRequest): Promise<undefined> | undefined {
    return headers['x-wait'] === undefined ? undefined : Promise.resolve(undefined);
  }

  processResponse(_request: unknown, response: HttpResponse) {
    response.headers.set('x-seen', response.error instanceof Error ? response.error.message : 'no error');
    return response;
  }
}

const json = { 'content-type': 'application/json' };

/** Requests of every kind, for the view and past it. */
export const requests: readonly (readonly [line: string, request?: RawRequest])[] = [
  ['GET /notes'],
  ['HEAD /notes'],
  ['OPTIONS /notes'],
  ['PUT /notes'],
  ['GET /notes', { headers: { 'x-request-id': 'of-the-client' } }],
  ['GET /notes', { body: '{"a":1}', headers: json }],
  ['GET /notes', { headers: { 'x-wait': 'yes' } }],
  ['DELETE /notes'],
  ['DELETE /notes', { body: '{"a":1}', headers: json }],
  ['DELETE /notes', { body: '{"a":', headers: { ...json, 'x-wait': 'yes' } }],
  ['GET /notes', { headers: { 'content-length': '9999999' } }],
  ['GET /notes/text'],
  ['GET /notes/none'],
  ['GET /notes/headers'],
  ['GET /notes/vary'],
  ['GET /notes/id', { headers: { 'x-request-id': 'of-the-client' } }],
  ['GET /notes/trailer'],
  ['GET /notes/trailer', { headers: { 'content-length': '9999999' } }],
  ['GET /notes/type'],
  ['GET /notes/length'],
  ['HEAD /notes/length'],
  ['GET /notes/bytes'],
  ['GET /notes/stream'],
  ['HEAD /notes/stream'],
  ['GET /notes/moved'],
  ['GET /notes/refused'],
  ['GET /notes/broken'],
  ['GET /notes/unsaid'],
  ['GET /nowhere'],
  ['HEAD /nowhere'],
  ['POST /nowhere', { body: 'a', headers: { 'content-type': 'text/plain' } }],
  ['GET *notes'],
  ['GET notes'],
  ['GET /notes#text'],
  ['GET http://test/notes'],
  ['GET /%zz'],
  ['POST *notes', { body: '{"pages":1}', headers: json }],
  ['POST /notes', { body: '{"pages":1}', headers: json }],
  ['POST /notes', { body: '{"pages":"one"}', headers: json }],
  ['POST /notes', { body: '{"pages":', headers: json }],
  ['POST /notes', { body: '{"pages":1,"__proto__":{}}', headers: json }],
  ['POST /notes', { body: '{"pages":1,"\\u005f_proto__":{}}', headers: json }],
  ['POST /notes', { body: '{"pages":1,"constructor":{"prototype":{}}}', headers: json }],
  ['POST /notes', { body: '\ufeff{"pages":1}', headers: json }],
  ['POST /notes', { headers: { ...json, 'content-length': '0' } }],
  ['POST /notes', { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }],
  ['POST /notes', { headers: { ...json, 'content-length': '9999999' } }],
];
