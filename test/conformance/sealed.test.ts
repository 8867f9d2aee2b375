import { IsInt } from 'class-validator';

import {
  BadRequestError,
  Body,
  Get,
  HttpResponse,
  Middleware,
  plugin,
  Post,
  RedirectResponse,
  Route,
} from '../../src/index';
import { ask, RawConnection, type RawAnswer, type RawRequest, toRequest } from '../support/raw-http';
import { createSignal, startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

class NewNote {
  @IsInt() pages!: number;
}

@Route('/notes')
class NotesView {
  @Get()
  list() {
    return [{ text: 'Grüße' }];
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

@Middleware()
class Marking implements Middleware {
  processResponse(_request: unknown, response: HttpResponse) {
    response.headers.set('x-seen', response.error instanceof Error ? response.error.message : 'no error');
    return response;
  }
}

const json = { 'content-type': 'application/json' };

const requests: readonly (readonly [line: string, request?: RawRequest])[] = [
  ['GET /notes'],
  ['HEAD /notes'],
  ['OPTIONS /notes'],
  ['PUT /notes'],
  ['GET /notes', { headers: { 'x-request-id': 'of-the-client' } }],
  ['GET /notes', { body: '{"a":1}', headers: json }],
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

// What differs from one request to the next.
function normalize({ headers, body, ...answer }: RawAnswer) {
  const { date, ...others } = headers;
  return { ...answer, hasDate: date !== undefined, headers: others, body: body.replace(/"[\w-]{8}-\w+"/, '"the id"') };
}

const parts = { routes: [NotesView], middleware: [Marking] };

describe('an application in whose requests nobody else takes part', () => {
  it.each(['warn', 'silent'])('answers as one with a plugin, and logs the same at %s', async (level) => {
    const idle = plugin(() => Promise.resolve());
    const [alone, together] = [await startWire(parts), await startWire({ ...parts, plugins: [idle] })];
    for (const { kernel } of [alone, together]) kernel.server.log.level = level;

    const answers = await Promise.all(
      [alone, together].map(async ({ origin }) => {
        const all: unknown[] = [];
        for (const [line, request] of requests) all.push([line, normalize(await ask(origin, line, request))]);
        return all;
      }),
    );

    expect(answers[0]).toEqual(answers[1]);
    expect(alone.log.readProblems()).toEqual(together.log.readProblems());
  });

  it('tells the middleware of the error where there is no route, also when it logs none', async () => {
    const { origin } = await startWire(parts, { logger: false });

    expect((await ask(origin, 'GET /nowhere')).headers['x-seen']).toBe('Not Found');
  });

  it('refuses what comes while it closes', async () => {
    const [entered, left] = [createSignal(), createSignal()];
    @Route('/slow')
    class SlowView {
      @Get()
      async show() {
        entered.fire();
        await left.fired;
        return 'done';
      }
    }
    const { kernel, origin } = await startWire({ routes: [SlowView, NotesView] });
    const [slow, late] = [new RawConnection(origin), new RawConnection(origin)];
    await late.write(toRequest('GET /notes')).readAnswer();
    slow.write(toRequest('GET /slow'));
    await entered.fired;

    const closed = kernel.close();
    const refused = await late.write(toRequest('GET /notes')).readAnswer();
    left.fire();
    const done = await slow.readAnswer();
    await closed;

    expect(refused).toMatchObject({ status: 503, headers: { connection: 'close' } });
    expect(done).toMatchObject({ status: 200, headers: { connection: 'close' }, body: 'done' });
  });
});
