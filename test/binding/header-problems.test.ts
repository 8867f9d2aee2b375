import { Expose } from 'class-transformer';
import { IsOptional, IsString } from 'class-validator';

import { Get, Header, Module, Route } from '../../src/index';
import { createTestKernel } from '../../src/testing/index';
import { readRefusal } from '../kernel/start-kernel';

describe('a class of headers', () => {
  it('is refused at start where the name of a field has an upper-case letter', async () => {
    class Headers {
      @IsOptional() @IsString() requestId?: string;
      // eslint-disable-next-line @typescript-eslint/naming-convention -- it is what the fault is about
      @IsOptional() @IsString() Accept?: string;
      @IsOptional() @IsString() @Expose({ name: 'X-Tenant' }) tenantName?: string;
      unbound?: string;
    }
    @Route('/')
    class HeadersView {
      @Get() show(@Header() headers: Headers) {
        return headers;
      }
    }

    @Module({ routes: [HeadersView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(
      [
        'Headers.requestId has an upper-case letter, but the names of headers arrive in lower case (Parameter 1 of HeadersView.show).',
        "  Name the header: @Expose({ name: 'request-id' }), of class-transformer. Or rename the field to requestid. [Q326]",
        'Headers.Accept has an upper-case letter, but the names of headers arrive in lower case (Parameter 1 of HeadersView.show).',
        '  Rename the field to accept. [Q326]',
      ].join('\n'),
    );
  });

  it('takes headers by the name that @Expose gives, in any case', async () => {
    class Headers {
      @IsString() @Expose({ name: 'X-Request-Id' }) requestId!: string;
      @IsOptional() @IsString() accept?: string;
    }
    @Route('/')
    class HeadersView {
      @Get() show(@Header() headers: Headers) {
        return { requestId: headers.requestId, accept: headers.accept, isHeaders: headers instanceof Headers };
      }
    }
    @Module({ routes: [HeadersView] })
    class Root {}
    const kernel = await createTestKernel(Root);

    const good = await kernel.client.get('/', { headers: { 'x-request-id': 'a', accept: 'b' } });
    const bad = await kernel.client.get('/');
    await kernel.close();

    expect(good.json()).toEqual({ requestId: 'a', accept: 'b', isHeaders: true });
    expect(bad.json()).toMatchObject({
      errors: [{ in: 'header', pointer: '/requestId', rule: 'isString', message: 'requestId must be a string' }],
    });
  });
});
