import { setImmediate as realImmediate } from 'node:timers';

import { IsString } from 'class-validator';

import { Get, Module, Post, Body, Route } from '../../src/index';
import { createTestKernel } from '../../src/testing/index';

class Text {
  @IsString() text!: string;
}

@Route('/clock')
class ClockView {
  @Get()
  show() {
    return { now: Date.now() };
  }

  @Get('later')
  async later() {
    await new Promise((resolve) => setTimeout(resolve, 60_000));
    return { now: Date.now() };
  }

  @Post()
  keep(@Body() body: Text) {
    return body.text.length;
  }
}

@Module({ routes: [ClockView] })
class AppModule {}

describe('fake timers', () => {
  afterEach(() => jest.useRealTimers());

  it('are refused while a kernel is made', async () => {
    jest.useFakeTimers();

    await expect(createTestKernel(AppModule)).rejects.toThrow(
      new Error(
        'The kernel would never get ready under fake timers, which replace nextTick, setImmediate, queueMicrotask.\n' +
          "  Make the kernel before jest.useFakeTimers(), or write jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] }). [Q904]",
      ),
    );
  });

  it('of the legacy kind are refused, too', async () => {
    jest.useFakeTimers({ legacyFakeTimers: true });

    await expect(createTestKernel(AppModule)).rejects.toThrow('which replace nextTick, setImmediate.');
  });

  it('may leave what a kernel needs', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'], now: 5 });
    const kernel = await createTestKernel(AppModule);

    expect((await kernel.client.get('/clock')).json()).toEqual({ now: 5 });
    await kernel.close();
  });

  it('work once the kernel is ready', async () => {
    const kernel = await createTestKernel(AppModule);
    jest.useFakeTimers({ now: 7 });

    expect((await kernel.client.get('/clock')).json()).toEqual({ now: 7 });
    expect((await kernel.client.post('/clock', { body: { text: 'x'.repeat(200_000) } })).json()).toBe(200_000);

    jest.useRealTimers();
    await kernel.close();
  });

  it('move what a view waits for', async () => {
    const kernel = await createTestKernel(AppModule);
    jest.useFakeTimers({ now: 0 });

    const answer = kernel.client.get('/clock/later');
    while (jest.getTimerCount() === 0) await new Promise(realImmediate);
    await jest.advanceTimersByTimeAsync(60_000);
    expect((await answer).json()).toEqual({ now: 60_000 });

    jest.useRealTimers();
    await kernel.close();
  });

  it('are refused while a kernel closes, which can be closed later', async () => {
    const kernel = await createTestKernel(AppModule);
    jest.useFakeTimers();

    await expect(kernel.close()).rejects.toThrow(
      new Error(
        'The kernel would never close under fake timers, which replace nextTick, setImmediate, queueMicrotask.\n' +
          '  Call jest.useRealTimers() before kernel.close(). [Q904]',
      ),
    );
    jest.useRealTimers();
    await kernel.close();
  });
});
