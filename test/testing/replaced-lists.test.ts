import { container, injectAll, instancePerContainerCachingFactory } from 'tsyringe';

import { Get, Inject, Injectable, Module, provide, Route, token } from '../../src/index';
import { createTestKernel, fake, type Replacement } from '../../src/testing/index';

interface Rule {
  readonly name: string;
}

const RULES = token<Rule>('RULES');
const LATE_RULES = token<Rule>('LATE_RULES');
const CLOCK = token<{ now(): number }>('CLOCK');

@Injectable()
class Registered {
  read(): string {
    return 'real';
  }
}

container.register(LATE_RULES, { useValue: { name: 'x' } });
container.register(LATE_RULES, { useValue: { name: 'y' } });
container.register(CLOCK, { useFactory: instancePerContainerCachingFactory(() => ({ now: () => 1 })) });
container.registerSingleton(Registered);

@Route('/rules')
class RulesView {
  constructor(
    @injectAll(RULES) private readonly rules: Rule[],
    @injectAll(LATE_RULES) private readonly late: Rule[],
    @Inject(CLOCK) private readonly clock: { now(): number },
    private readonly registered: Registered,
  ) {}

  @Get()
  list() {
    const [rules, late] = [this.rules, this.late].map((each) => each.map(({ name }) => name));
    return { rules, late, now: this.clock.now(), registered: this.registered.read() };
  }
}

@Module({
  routes: [RulesView],
  providers: [
    provide(RULES, { useValue: { name: 'a' }, multi: true }),
    provide(RULES, { useValue: { name: 'b' }, multi: true }),
  ],
})
class RulesModule {}

async function ask(...replacements: readonly Replacement[]): Promise<unknown> {
  const kernel = await createTestKernel(RulesModule, { with: replacements });
  const response = await kernel.client.get('/rules');
  await kernel.close();
  return response.json();
}

describe('a replacement', () => {
  it('of one of several values of a token stands for all of them', async () => {
    expect(await ask()).toMatchObject({ rules: ['a', 'b'] });
    expect(await ask(fake(RULES, { name: 'fake' }))).toMatchObject({ rules: ['fake'] });
    expect(await ask(provide(RULES, { useValue: { name: 'one' } }))).toMatchObject({ rules: ['one'] });
  });

  it('may be several values, too', async () => {
    const replacements = ['c', 'd', 'e'].map((name) => provide(RULES, { useValue: { name }, multi: true }));

    expect(await ask(...replacements)).toMatchObject({ rules: ['c', 'd', 'e'] });
  });

  it('of what tsyringe has registered stands for it: one value, several, a class', async () => {
    expect(await ask()).toMatchObject({ late: ['x', 'y'], now: 1, registered: 'real' });
    expect(
      await ask(
        fake(LATE_RULES, { name: 'fake' }),
        fake(CLOCK, { now: () => 2 }),
        fake(Registered, { read: () => 'fake' }),
      ),
    ).toMatchObject({ late: ['fake'], now: 2, registered: 'fake' });
  });
});
