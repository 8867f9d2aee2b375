import { autoInjectable, inject, injectable } from 'tsyringe';

import { Get, Module, Route } from '../../src/index';
import { readRefusal } from '../kernel/start-kernel';

@injectable()
class Clock {}

@autoInjectable()
class Auto {
  constructor(readonly clock?: Clock) {}
}

const fix =
  '  Write @Injectable() or @injectable() in its place, and have the class injected where it is built. [Q212]';
const problem = "has @autoInjectable(), which injects from tsyringe's global container and not from the kernel's";

describe('a class with @autoInjectable()', () => {
  it('is refused by its name, which the class that the decorator puts in its place has not', async () => {
    @Route('/a')
    class AView {
      constructor(@inject(Auto) readonly auto: Auto) {}
      @Get() get() {
        return 1;
      }
    }
    @Module({ routes: [AView] })
    class Root {}

    expect(await readRefusal(Root)).toBe(`Auto ${problem}: AView → an anonymous class.\n${fix}`);
  });

  it('is refused by its name also where a class that extends it is built', async () => {
    class Heir extends Auto {}
    @Module({ providers: [Heir] })
    class Root {}

    expect(await readRefusal(Root)).toBe(`Auto ${problem}: Heir.\n${fix}`);
  });

  it('is called anonymous where it has no name itself', async () => {
    const replace = autoInjectable() as (type: unknown) => typeof Clock;
    @Module({ providers: [replace(class {})] })
    class Root {}

    expect(await readRefusal(Root)).toBe(`an anonymous class ${problem}: an anonymous class.\n${fix}`);
  });
});
