import {
  createParameter,
  Get,
  type HttpRequest,
  Module,
  NotFoundError,
  Query,
  Route,
  ValidationError,
} from '../../src/index';
import { ask, closeKernels, startKernel } from '../kernel/start-kernel';

const calls: string[] = [];

beforeEach(() => calls.splice(0));
afterEach(closeKernels);

const Tenant = createParameter((request: HttpRequest, fallback: string) => {
  calls.push('tenant');
  return String(request.headers['x-tenant'] ?? fallback);
});

const Later = createParameter(async (_request, value: number) => {
  calls.push(`later ${value} begins`);
  await Promise.resolve();
  calls.push(`later ${value} ends`);
  return value;
});

const refuse = (rule: string) =>
  new ValidationError([{ in: 'header', pointer: '/x-tenant', rule, message: 'x-tenant is not known.' }]);

const Refusing = createParameter((): string => {
  throw refuse('now');
});

const RefusingLater = createParameter(async (): Promise<string> => {
  await Promise.resolve();
  throw refuse('later');
});

const Missing = createParameter((): string => {
  throw new NotFoundError('There is no such tenant.');
});

const MissingLater = createParameter(async (): Promise<string> => {
  await Promise.resolve();
  throw new NotFoundError('There is no such tenant any more.');
});

@Route('/a')
class OwnView {
  @Get('/one') one(@Tenant('none') tenant: string) {
    return { tenant };
  }

  @Get('/alone') alone(@Later(1) later: number) {
    return { later };
  }

  @Get('/second') second(@Query('n') n: number, @Later(1) later: number) {
    return { n, later };
  }

  @Get('/many') many(@Later(1) one: number, @Query('n') n: number, @Later(2) two: number, @Tenant('none') t: string) {
    return [one, n, two, t];
  }

  @Get('/refused') refused(@Refusing() now: string, @RefusingLater() later: string, @Query('n') n: number) {
    return [now, later, n];
  }

  @Get('/refused-alone') refusedAlone(@RefusingLater() later: string) {
    return later;
  }

  @Get('/missing') missing(@Missing() tenant: string) {
    return tenant;
  }

  @Get('/missing-later') missingLater(@MissingLater() tenant: string, @Missing() never: string) {
    return [tenant, never];
  }
}

@Module({ routes: [OwnView] })
class Root {}

describe('a decorator of createParameter', () => {
  it('passes what is read from the request and what it was given', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/one')).body).toEqual({ tenant: 'none' });
  });

  it('passes what a promise is kept with', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/alone')).body).toEqual({ later: 1 });
    expect((await ask(kernel, '/a/second?n=3')).body).toEqual({ n: 3, later: 1 });
  });

  it('reads one argument after the other', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/many?n=3')).body).toEqual([1, 3, 2, 'none']);
    expect(calls).toEqual(['later 1 begins', 'later 1 ends', 'later 2 begins', 'later 2 ends', 'tenant']);
  });

  it('has its validation errors answered together with those of other arguments', async () => {
    const kernel = await startKernel(Root);

    const { status, body } = await ask(kernel, '/a/refused?n=x');

    expect(status).toBe(422);
    expect((body as { errors: { rule: string }[] }).errors.map(({ rule }) => rule)).toEqual([
      'now',
      'later',
      'isNumber',
    ]);
    expect((await ask(kernel, '/a/refused-alone')).body).toMatchObject({ status: 422, errors: [{ rule: 'later' }] });
  });

  it('fails the view with any other error, before anything else is read', async () => {
    const kernel = await startKernel(Root);

    expect((await ask(kernel, '/a/missing')).body).toMatchObject({ status: 404, detail: 'There is no such tenant.' });
    expect((await ask(kernel, '/a/missing-later')).body).toMatchObject({
      status: 404,
      detail: 'There is no such tenant any more.',
    });
  });
});
