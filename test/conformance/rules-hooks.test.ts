import { HttpResponse, JsonResponse, NotFoundError } from '../../src/index';
import { askTraced, type Behaviours, type HookLabel, returning, throwing } from '../support/tracing';
import type { Form } from '../support/wire-kernel';

const thrown = new Error('boom');

function ask(form: Form, behaviours: Behaviours, url = '/') {
  return askTraced({ form, behaviours }, { url });
}

const fail = throwing(thrown);

describe.each<Form>(['sync', 'async'])('rules of hooks in %s form', (form) => {
  it.each<[HookLabel, string]>([
    ['C.req', 'B.resp'],
    ['B.view', 'C.resp'],
    ['C.resp', 'B.resp'],
  ])('RU-03 turns what %s throws into the response that %s sees', async (label, witness) => {
    const { subjects } = await ask(form, { [label]: fail });

    expect(subjects.get(witness)).toBeInstanceOf(HttpResponse);
    expect(subjects.get(witness)).toMatchObject({ status: 500, error: thrown });
  });

  it('RU-03 lets each layer throw in turn, and the one outside see a finished response', async () => {
    const miss = throwing(new NotFoundError());

    const { subjects, status, log } = await ask(form, { VIEW: fail, 'C.resp': miss, 'B.resp': fail, 'A.resp': miss });

    expect(subjects.get('C.resp')).toMatchObject({ status: 500 });
    expect(subjects.get('B.resp')).toMatchObject({ status: 404 });
    expect(subjects.get('A.resp')).toMatchObject({ status: 500 });
    expect(status).toBe(404);
    expect(log).toHaveLength(4);
  });

  it.each([undefined, null])('RU-04 goes on when hooks return %s', async (nothing) => {
    const { trace, status } = await ask(form, { 'B.req': returning(nothing), 'B.view': returning(nothing) });

    expect(trace).toBe('A.req B.req C.req A.view B.view C.view VIEW C.resp B.resp A.resp');
    expect(status).toBe(200);
  });

  it.each([
    [true, 'a boolean'],
    [{ status: 200 }, 'an object'],
    [0, '0'],
    ['yes', '"yes"'],
    [[], 'an array'],
  ])('RU-04 refuses that processRequest and processView return %j', async (value, described) => {
    const early = await ask(form, { 'B.req': returning(value) });
    const late = await ask(form, { 'B.view': returning(value) });

    const rest = `must return nothing or an HttpResponse, but returned ${described}.`;
    expect([early.status, late.status]).toEqual([500, 500]);
    expect(early.trace).toBe('A.req B.req A.resp');
    expect(early.errors).toEqual([`B.processRequest ${rest}`]);
    expect(late.trace).toBe('A.req B.req C.req A.view B.view C.resp B.resp A.resp');
    expect(late.errors).toEqual([`B.processView ${rest}`]);
  });

  it('RU-04 refuses other values of processException, as it does of the hooks before the view', async () => {
    const { trace, status, errors } = await ask(form, { VIEW: fail, 'B.exc': returning(false) });

    expect(trace).toBe('A.req B.req C.req A.view B.view C.view VIEW C.exc B.exc C.resp B.resp A.resp');
    expect(status).toBe(500);
    expect(errors).toEqual([
      expect.stringContaining('B.processException must return nothing or an HttpResponse, but returned a boolean.'),
    ]);
  });

  it.each([
    [undefined, 'undefined'],
    [null, 'null'],
    [{ status: 200 }, 'an object'],
  ])('RU-05 refuses that processResponse returns %j', async (value, described) => {
    const { trace, status, errors, subjects } = await ask(form, { 'B.resp': returning(value) });

    expect(trace).toBe('A.req B.req C.req A.view B.view C.view VIEW C.resp B.resp A.resp');
    expect(status).toBe(500);
    expect(errors).toEqual([
      `B.processResponse must return the response it got or another one, but returned ${described}.`,
    ]);
    expect(subjects.get('A.resp')).toMatchObject({ status: 500, error: { message: errors[0] } });
  });

  it('RU-05 passes on another response that processResponse returns', async () => {
    const replaced = new JsonResponse({ replaced: true }, { status: 201 });

    const { subjects, response } = await ask(form, { 'B.resp': returning(replaced) });

    expect(subjects.get('A.resp')).toBe(replaced);
    expect([response.statusCode, response.body]).toEqual([201, '{"replaced":true}']);
  });

  it('RU-05 tells by response.error which error the response was made from', async () => {
    const failed = await ask(form, { VIEW: fail });
    const plain = await ask(form, {});
    const handled = await ask(form, { VIEW: fail, 'C.exc': returning(new HttpResponse('handled')) });
    const missing = await ask(form, {}, '/missing');

    const errors = [failed, plain, handled, missing].map(
      ({ subjects }) => (subjects.get('A.resp') as HttpResponse).error,
    );
    expect(errors).toEqual([thrown, undefined, undefined, expect.any(NotFoundError)]);
  });

  it.each([thrown, new NotFoundError(), 'text', undefined, Object.freeze({ frozen: true })])(
    'RU-06 shows processException what the view threw, whatever it is: %p',
    async (value) => {
      const behaviours = { VIEW: throwing(value) };

      const { subjects, trace } = await ask(form, behaviours);

      expect(trace).toContain('VIEW C.exc B.exc A.exc C.resp');
      expect(['A.exc', 'B.exc', 'C.exc'].map((label) => subjects.get(label))).toEqual([value, value, value]);
    },
  );

  it.each<[string, Behaviours, string]>([
    ['a missing route', {}, '/missing'],
    ['processRequest', { 'C.req': fail }, '/'],
    ['processView', { 'C.view': fail }, '/'],
    ['processResponse', { 'C.resp': fail }, '/'],
    ['a view that returns nothing', { VIEW: returning(undefined) }, '/'],
    ['a view that returns a function', { VIEW: returning(fail) }, '/'],
  ])('RU-06 does not show processException the error of %s', async (_, behaviours, url) => {
    const { trace, log } = await ask(form, behaviours, url);

    expect(trace).not.toContain('exc');
    expect(log).toHaveLength(1);
  });

  it('RU-06 lets the first answer win, and logs nothing for the handled error', async () => {
    const behaviours = {
      VIEW: fail,
      'C.exc': returning(new HttpResponse('C')),
      'B.exc': returning(new HttpResponse('B')),
    };

    const { response, log } = await ask(form, behaviours);

    expect({ body: response.body, log }).toEqual({ body: 'C', log: [] });
  });

  it('RU-07 puts the old error into the cause of the new one, and skips the hooks further out', async () => {
    const replacement = new Error('replacement');
    const replace = throwing(replacement);

    const { trace, status, subjects, log } = await ask(form, { VIEW: fail, 'B.exc': replace });

    expect(trace).toBe('A.req B.req C.req A.view B.view C.view VIEW C.exc B.exc C.resp B.resp A.resp');
    expect(status).toBe(500);
    expect(replacement.cause).toBe(thrown);
    expect(subjects.get('A.resp')).toHaveProperty('error', replacement);
    expect(log).toEqual(['error: GET / was answered 500: Internal Server Error']);
  });

  it('RU-07 keeps a cause that the new error has', async () => {
    const replacement = new NotFoundError('replacement', { cause: 'own' });
    const replace = throwing(replacement);

    const { status } = await ask(form, { VIEW: fail, 'C.exc': replace });

    expect(status).toBe(404);
    expect(replacement.cause).toBe('own');
  });

  it.each([thrown, 'text', null, Object.freeze(new Error('frozen'))])(
    'RU-07 maps %p as it was thrown',
    async (value) => {
      const replace = throwing(value);

      const { status, subjects } = await ask(form, { VIEW: fail, 'C.exc': replace });

      expect(status).toBe(500);
      expect(subjects.get('A.resp')).toHaveProperty('error', value);
      expect(thrown.cause).toBeUndefined();
    },
  );
});
