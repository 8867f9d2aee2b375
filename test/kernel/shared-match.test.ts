import { Get, HttpRequest, Module, Req, Route } from '../../src/index';
import { ask, closeKernels, startKernel } from './start-kernel';

afterEach(closeKernels);

@Route('/me')
class MeView {
  @Get() show(@Req() { match }: HttpRequest) {
    Object.assign(match as object, { user: 'Ada' });
    return 'never';
  }
}

@Module({ routes: [MeView] })
class MeModule {}

describe('the match of a route without parameters', () => {
  it('cannot be used to keep what is of one request: another would see it', async () => {
    const kernel = await startKernel(MeModule);

    expect((await ask(kernel, '/me')).status).toBe(500);
  });
});
