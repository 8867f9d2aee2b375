import { IsOptional, IsString } from 'class-validator';

import {
  Delete,
  Get,
  Header,
  HttpResponse,
  type HttpRequest,
  Middleware,
  type MiddlewareHooks,
  Param,
  Post,
  Query,
  Req,
  Route,
} from '../../src/index';
import { ask, type RawRequest } from '../support/raw-http';
import { startWire } from '../support/wire-kernel';

/** The header of a JSON body. */
export const json = { 'content-type': 'application/json' };

@Route('/admin')
class AdminView {
  @Get()
  show() {
    return 'admin';
  }
}

@Route('/notes/:name')
class NoteView {
  @Get()
  show(@Param('name') name: string) {
    return { name };
  }

  @Delete()
  remove(@Param('name') name: string) {
    return { name };
  }
}

@Route('/files/<path:path>')
class FileView {
  @Get()
  show(@Param('path') path: string) {
    return { path };
  }
}

class EchoQuery {
  @IsOptional()
  @IsString()
  a?: string;
}

@Route('/echo')
class EchoView {
  @Get()
  query(@Query() query: EchoQuery, @Header('x-twice') twice: string) {
    return { query, twice, polluted: ({} as Record<string, unknown>)['polluted'] };
  }

  @Post()
  body(@Req() { body }: HttpRequest) {
    return { body };
  }

  @Get('header')
  header(@Query('value') value: string) {
    return new HttpResponse('ok', { headers: { 'x-value': value } });
  }
}

const routes = [AdminView, NoteView, FileView, EchoView];

/** An application that counts the requests its middleware has seen. */
export async function startCounting() {
  let count = 0;

  @Middleware()
  class CountingMiddleware implements MiddlewareHooks {
    processRequest(request: HttpRequest) {
      count++;
      return request.headers['x-refuse'] === undefined ? undefined : new HttpResponse('no', { status: 401 });
    }
  }

  const wire = await startWire({ routes, middleware: [CountingMiddleware] });
  return { ...wire, readCount: () => count };
}

/** Asks once, and proves that the middleware has seen it and that the process goes on. */
export async function askBadly(line: string, request: RawRequest = {}) {
  const { origin, readCount, log } = await startCounting();
  const answer = await ask(origin, line, request);
  const seen = readCount();
  const next = await ask(origin, 'GET /admin');
  return { ...answer, seen, isAlive: next.body === 'admin', log };
}

/** What a bad request that no harm came of shows. */
export const good = { seen: 1, isAlive: true };
