import { IsInt, IsString } from 'class-validator';

import { Body, Get, HttpResponse, Injectable, Post, Query, Route } from '../../src/index';
import type { ProblemDetails, ValidationIssue } from '../../src/index';
import { askTraced, returning } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const inward = 'A.req B.req C.req A.view B.view C.view';
const outward = 'C.resp B.resp A.resp';
const exceptions = 'C.exc B.exc A.exc';

class CreateNote {
  @IsString() title!: string;
}

class Page {
  @IsInt() page!: number;
}

function createModule(trace: string[]) {
  @Injectable({ scope: 'request' })
  class Notes {
    constructor() {
      trace.push('scope');
    }
    [Symbol.dispose]() {
      trace.push('disposed');
    }
  }

  @Route('/notes')
  class NotesView {
    constructor(readonly notes: Notes) {
      trace.push('built');
    }
    @Post() create(@Body() note: CreateNote) {
      trace.push('VIEW');
      return note;
    }
    @Get() list(@Query() page: Page) {
      trace.push('VIEW');
      return page;
    }
  }
  return { routes: [NotesView] };
}

function post(payload: string) {
  return { method: 'POST' as const, url: '/notes', headers: { 'content-type': 'application/json' }, payload };
}

async function run(form: Form, request: Parameters<typeof askTraced>[1], behaviours = {}) {
  const trace: string[] = [];
  const { response, log, status } = await askTraced({ form, behaviours, trace, module: createModule(trace) }, request);
  return { outcome: { trace: trace.join(' '), status, log }, response };
}

describe.each<Form>(['sync', 'async'])('GT-16 in %s form', (form) => {
  it('answers a body that breaks the rules with 422, from a view that was built', async () => {
    const { outcome, response } = await run(form, post('{"title":1,"own":2}'));

    const trace = `${inward} scope built ${exceptions} ${outward} disposed`;
    const log = [expect.stringMatching(/^warn: POST \/notes was answered 422/)];
    expect(outcome).toEqual({ trace, status: 422, log });
    const { errors } = response.json<ProblemDetails & { errors: ValidationIssue[] }>();
    expect(errors.map(({ in: part, pointer, rule }) => `${part} ${pointer} ${rule}`).sort()).toEqual([
      'body /own unknown',
      'body /title isString',
    ]);
  });

  it('answers a query that breaks the rules with 422', async () => {
    const { outcome } = await run(form, { url: '/notes?page=x' });

    expect(outcome).toMatchObject({ trace: `${inward} scope built ${exceptions} ${outward} disposed`, status: 422 });
  });

  it('lets processException answer in place of the 422, and logs nothing', async () => {
    const behaviours = { 'C.exc': returning(new HttpResponse('handled', { status: 200 })) };

    const { outcome } = await run(form, post('{}'), behaviours);

    expect(outcome).toEqual({ trace: `${inward} scope built C.exc ${outward} disposed`, status: 200, log: [] });
  });

  it('calls the view where the rules are kept', async () => {
    const { outcome } = await run(form, post('{"title":"A"}'));

    expect(outcome).toEqual({ trace: `${inward} scope built VIEW ${outward} disposed`, status: 200, log: [] });
  });

  it('builds nothing where the body cannot be parsed (GT-15)', async () => {
    const { outcome } = await run(form, post('{"title":'));

    expect(outcome).toMatchObject({ trace: `${inward} ${exceptions} ${outward}`, status: 400 });
  });
});
