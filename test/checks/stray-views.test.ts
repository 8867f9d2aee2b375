import { Get, Kernel, Module, path, Route, View } from '../../src/index';
import { startWire, stopKernels } from '../support/wire-kernel';

afterEach(stopKernels);

class Answering {
  @Get()
  show() {
    return 1;
  }
}

@Route('/base')
class BaseView extends Answering {}

@Route('/listed')
class ListedView extends BaseView {}

@Route('/called')
class CalledView extends View {
  get() {
    return 1;
  }
}

@Route('/elsewhere')
class OtherView extends Answering {}

@Module({ routes: [OtherView] })
class OtherModule {}

const options = { routes: [ListedView, path('/other', CalledView.asView())] };

@Module(options)
class Root {}

describe('a view that no module lists', () => {
  it('is a warning of the check, unless it is what a listed view extends', async () => {
    expect(await Kernel.check(Root, { env: {} })).toEqual([]);
    expect(OtherModule.name).toBe('OtherModule');

    @Route('/lost')
    class LostView extends Answering {}

    expect(await Kernel.check(Root, { env: {} })).toEqual([
      {
        severity: 'warning',
        code: 'Q606',
        problem: 'LostView has @Route, but no module that is loaded lists it, so it never answers.',
        fix: 'Add LostView to the routes of a module, or remove its @Route.',
      },
    ]);
    expect(LostView.name).toBe('LostView');
  });

  it('is not told at a start: another application of the process may be about to list it', async () => {
    @Route('/later')
    class LaterView extends Answering {}

    const { log } = await startWire(options);

    expect(log.readProblems()).toEqual([]);
    expect(LaterView.name).toBe('LaterView');
  });
});
