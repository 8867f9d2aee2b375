import 'reflect-metadata';

import type { ScopeOwner } from '../../src/http/scope-owner';
import type { HttpRequest } from '../../src/http/request';
import { Injectable, Module, Route, Settings, Get } from '../../src/index';
import { type ScopeSources, ScopeOfRequest } from '../../src/injection/scope-of-request';
import { startApplication } from '../../src/kernel-application';
import { readBlueprint } from '../../src/kernel-blueprint';
import { type Gate, reportGates } from './gate';
import { createProviders } from './large-app';
import { measure } from './measure';

@Injectable()
class Catalog {}

@Injectable({ scope: 'request' })
class Cart {}

@Route('/')
class CartView {
  constructor(
    readonly catalog: Catalog,
    readonly cart: Cart,
  ) {}

  @Get() show() {
    return '';
  }
}

/** What building a view of a singleton and an object of the request takes, above the same by hand. */
async function measureViewBuild(): Promise<Gate[]> {
  return [await measureAmong(10), await measureAmong(2_000)];
}

async function measureAmong(providers: number): Promise<Gate> {
  @Module({ routes: [CartView], providers: createProviders(providers) })
  class CartModule {}

  const { injector, server } = await startApplication(readBlueprint(CartModule), new Settings(), { logger: false });
  const build = injector.createFactory(CartView);
  const sources = { readBuild: injector.readBuild.bind(injector), given: new Set() } as unknown as ScopeSources;
  const catalog = injector.container.resolve(Catalog);
  let last: object | undefined;
  const times = measure({
    compiled: (count) => {
      for (let index = 0; index < count; index++) last = build(openRequest(sources));
    },
    byHand: (count) => {
      for (let index = 0; index < count; index++) {
        const scope: { cart?: Cart } = {};
        last = new CartView(catalog, (scope.cart ??= new Cart()));
      }
    },
  });
  await server.close();
  if (!(last instanceof CartView) || last.catalog !== catalog) throw new Error('Another view was built.');
  return { name: `view-build-${providers}-providers-ns`, figure: times.compiled - times.byHand, limit: 100 };
}

function openRequest(sources: ScopeSources): HttpRequest {
  const request = { scope: undefined as unknown };
  request.scope = new ScopeOfRequest({ request } as unknown as ScopeOwner, sources);
  return request as unknown as HttpRequest;
}

reportGates(measureViewBuild());
