import { RouteMatch } from '../http/route-match';
import { type AbstractClass, readLineage } from '../metadata/class';
import type { MetadataKey } from '../metadata/metadata-key';
import { readValueMetadata } from '../metadata/views';
import type { PathParams } from './compile-params';

/** What all matches of one route have in common. */
export interface MatchedRoute {
  readonly view: AbstractClass;
  readonly action: string | undefined;
  readonly pattern: string;
  readonly name: string | undefined;
}

/** The route of one request, with its path parameters. */
export class ResolvedMatch extends RouteMatch {
  constructor(
    readonly route: MatchedRoute,
    override readonly params: PathParams,
  ) {
    super();
  }

  override get view(): AbstractClass {
    return this.route.view;
  }

  override get action(): string | undefined {
    return this.route.action;
  }

  override get pattern(): string {
    return this.route.pattern;
  }

  override get name(): string | undefined {
    return this.route.name;
  }

  override get<T>(key: MetadataKey<T>): T | undefined {
    return this.all(key)[0];
  }

  override all<T>(key: MetadataKey<T>): readonly T[] {
    return readValues(this.route, key.key) as readonly T[];
  }
}

const values = new WeakMap<MatchedRoute, Map<symbol, readonly unknown[]>>();

// What decorators recorded does not change any more, so it is looked up once for each route.
function readValues(route: MatchedRoute, key: symbol): readonly unknown[] {
  const known = values.get(route) ?? new Map<symbol, readonly unknown[]>();
  values.set(route, known);
  const read = known.get(key) ?? findValues(route, key);
  known.set(key, read);
  return read;
}

function findValues({ view, action }: MatchedRoute, key: symbol): readonly unknown[] {
  const metadata = readValueMetadata(key);
  const findNearest = (wanted: string | undefined) =>
    readLineage(view)
      .map((each) => metadata.own(each).find((entry) => entry.action === wanted))
      .find((entry) => entry !== undefined);

  const found = action === undefined ? [findNearest(undefined)] : [findNearest(action), findNearest(undefined)];
  return found.flatMap((entry) => (entry ? [entry.value] : []));
}
