import { Kernel, Module } from '../../src/index';
import { type Gate, reportGates } from './gate';
import { createProviders, createViews } from './large-app';
import { readSlowdown } from './machine-speed';

/** What starting a large application costs in CPU, and whether it grows with the application and no faster. */
async function measureStart(): Promise<Gate[]> {
  const slowdown = readSlowdown();
  const first = (await startApp(2_000)) / slowdown;
  // By now the compiler has seen it all: these two can be compared.
  const half = await startApp(1_000);
  const double = await startApp(4_000);
  return [
    { name: 'start-2000-providers-1000-routes-cpu-ms', figure: first, limit: 1_000 },
    { name: 'start-four-times-the-app-times-the-cpu', figure: double / half, limit: 5.5 },
  ];
}

async function startApp(count: number): Promise<number> {
  const providers = createProviders(count);
  const routes = createViews(count / 2, providers);

  @Module({ providers, routes: routes })
  class LargeModule {}

  const before = process.cpuUsage();
  const kernel = await Kernel.create(LargeModule, { logger: false, env: {} });
  const { user, system } = process.cpuUsage(before);
  await kernel.close();
  return (user + system) / 1_000;
}

reportGates(measureStart());
