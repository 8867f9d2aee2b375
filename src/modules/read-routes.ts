import type { AbstractClass, Class } from '../metadata/class';
import type { Converter } from '../metadata/converter';
import { type MiddlewareEntry, readUsedMiddleware } from '../metadata/middleware';
import type { PathEntry, RouteEntry, ViewReference } from '../metadata/modules';
import { routeMetadata } from '../metadata/views';
import type { MountedView } from './application';
import { isReadable } from './entry-problems';
import { hasAllConverters, readModuleOptions } from './module-options';

/** The views below a module, in order, and the modules that routes lead to. */
export interface RoutesReading {
  readonly views: readonly MountedView[];
  readonly included: ReadonlySet<AbstractClass>;
}

/** Where in the tree of modules a route stands. */
interface Place {
  readonly module: AbstractClass;
  readonly modules: readonly AbstractClass[];
  readonly prefixes: readonly string[];
  readonly namePrefix: string;
  readonly chain: readonly MiddlewareEntry[];
  readonly rootLayers: number;
  readonly converters: readonly Converter[];
  readonly hasAllConverters: boolean;
}

/** Follows `routes` and `include` from the root module. Modules must not include each other in a circle; lines that lead nowhere are passed over. */
export function readRoutes(root: Class): RoutesReading {
  const included = new Set<AbstractClass>();
  const rootLayers = readModuleOptions(root)?.middleware?.length ?? 0;
  const nothing = { modules: [], prefixes: [], namePrefix: '', chain: [], converters: [], hasAllConverters: true };

  const readModule = (place: Place): MountedView[] => {
    const { routes = [], middleware = [], converters = [] } = readModuleOptions(place.module) ?? {};
    included.add(place.module);
    const inside = {
      ...place,
      modules: [...place.modules, place.module],
      chain: [...place.chain, ...middleware],
      converters: [...place.converters, ...converters],
      hasAllConverters: place.hasAllConverters && hasAllConverters(place.module),
    };
    return routes.filter(isReadable).flatMap((entry) => readEntry(entry, inside));
  };
  const readEntry = (entry: RouteEntry, place: Place): MountedView[] => {
    if (typeof entry === 'function') return mountClass(entry, place);
    if (entry.kind === 'path') return [mountPath(entry, place)];
    return readModule({
      ...place,
      module: entry.module,
      prefixes: [...place.prefixes, entry.prefix],
      namePrefix: entry.name === undefined ? place.namePrefix : `${place.namePrefix}${entry.name}:`,
    });
  };

  return { views: readModule({ ...nothing, module: root, rootLayers }), included };
}

// A view without a `@Route` is mounted at no pattern at all; the proof of the views reports it.
function mountClass(view: Class, place: Place): MountedView[] {
  const owner = {};
  const routes = routeMetadata.own(view);
  return routes.map(({ pattern, name }) => mount({ view, pattern, name, init: {}, owner }, place));
}

function mountPath({ view, pattern, name, init = {} }: PathEntry, place: Place): MountedView {
  const reference: ViewReference = isReference(view) ? view : { viewClass: view, viewInit: {} };
  const ownName = name ?? routeMetadata.own(reference.viewClass)[0]?.name;
  return mount(
    { view: reference.viewClass, pattern, name: ownName, init: { ...reference.viewInit, ...init }, owner: {} },
    place,
  );
}

function isReference(view: Class | ViewReference): view is ViewReference {
  return 'viewClass' in view;
}

type Mounting = Pick<MountedView, 'view' | 'name' | 'init' | 'owner'> & { readonly pattern: string };

function mount({ view, pattern, name, init, owner }: Mounting, place: Place): MountedView {
  const ownChain = readUsedMiddleware(view, undefined);
  return {
    view,
    patterns: [...place.prefixes, pattern],
    name: name === undefined ? undefined : place.namePrefix + name,
    namePrefix: place.namePrefix,
    init,
    chain: [...place.chain, ...ownChain],
    ownChain,
    rootLayers: place.rootLayers,
    converters: place.converters,
    hasAllConverters: place.hasAllConverters,
    owner,
    module: place.module,
    modules: place.modules,
  };
}
