import {
  Get,
  HttpResponse,
  JsonResponse,
  Module,
  NotFoundError,
  Raises,
  ResponseHeader,
  Route,
} from '../../../src/index';
import { readRaised } from '../../../src/metadata/answers';
import { createTestKernel } from '../../../src/testing/create-test-kernel';

class MissingPageError extends NotFoundError {}

@Route('/a')
@ResponseHeader('cache-control', 'no-store')
@ResponseHeader('x-view', 'a')
@Raises(NotFoundError)
class AView {
  @Get() plain() {
    return 1;
  }
  @Get('/own') @ResponseHeader('Cache-Control', 'max-age=60') own() {
    return new JsonResponse(1, { status: 409 });
  }
  @Get('/response') response() {
    return new HttpResponse('a', { headers: { 'x-view': 'mine' } });
  }
  @Get('/several') @ResponseHeader('link', '</1>') @ResponseHeader('link', '</2>') several() {
    return 1;
  }
  @Get('/error') @Raises(MissingPageError, NotFoundError) error(): never {
    throw new NotFoundError();
  }
}

describe('@ResponseHeader', () => {
  it.each([
    ['/a', { 'cache-control': 'no-store', 'x-view': 'a' }],
    ['/a/own', { 'cache-control': 'max-age=60', 'x-view': 'a' }],
    ['/a/response', { 'cache-control': 'no-store', 'x-view': 'mine' }],
    ['/a/several', { link: '</1>, </2>' }],
  ])('sets headers of every response that %s returns', async (url, headers) => {
    expect((await ask(url)).headers).toMatchObject(headers);
  });

  it('does not set them on errors', async () => {
    expect((await ask('/a/error')).headers).not.toHaveProperty('cache-control');
  });

  async function ask(url: string) {
    @Module({ routes: [AView] })
    class Root {}
    const kernel = await createTestKernel(Root);
    const response = await kernel.client.get(url);
    await kernel.close();
    return response;
  }
});

describe('@Raises', () => {
  it('records errors of the view and of the method, each once', () => {
    expect(readRaised(AView, 'plain')).toEqual([NotFoundError]);
    expect(readRaised(AView, 'error')).toEqual([NotFoundError, MissingPageError]);
  });
});
