import { Get, Module, path, RedirectView, Route } from '../../src/index';
import { closeKernels, startKernel } from '../kernel/start-kernel';

afterEach(closeKernels);

@Route('/notes/<int:id>', { name: 'note' })
class NoteView {
  @Get() get() {
    return [];
  }
}

@Module({
  routes: [
    NoteView,
    path('/url', RedirectView, { init: { url: '/new' } }),
    path('/query', RedirectView, { init: { url: '/new?a=1', queryString: true } }),
    path('/plain-query', RedirectView.asView({ url: '/new', queryString: true })),
    path('/old/<int:id>', RedirectView, { init: { routeName: 'note', permanent: true } }),
    path('/gone', RedirectView),
  ],
})
class Root {}

describe('RedirectView', () => {
  it.each([
    ['/url', 307, '/new'],
    ['/url?b=2', 307, '/new'],
    ['/query?b=2&c', 307, '/new?a=1&b=2&c'],
    ['/query', 307, '/new?a=1'],
    ['/plain-query?b=%20', 307, '/new?b=%20'],
    ['/old/7', 308, '/notes/7'],
  ])('answers %s with %i to %s', async (url, status, location) => {
    const kernel = await startKernel(Root);

    const { statusCode, headers } = await kernel.server.inject(url);

    expect([statusCode, headers.location]).toEqual([status, location]);
  });

  it.each(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const)('redirects %s', async (method) => {
    const kernel = await startKernel(Root);

    expect((await kernel.server.inject({ method, url: '/url' })).headers.location).toBe('/new');
  });

  it('answers 410 without a target', async () => {
    const kernel = await startKernel(Root);

    expect((await kernel.server.inject('/gone')).statusCode).toBe(410);
  });
});
