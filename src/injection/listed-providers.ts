import type { Problem } from '../errors/configuration-error';
import { duplicateProvider, invalidProvider, notAProvider } from '../errors/provider-problems';
import { type Class, isClass } from '../metadata/class';
import type { Provider, ProviderLiteral } from '../metadata/provider';
import { describeToken, type Scope, type TokenOf } from '../metadata/token';
import { readClassScope } from './provider-node';
import { readProviderFault } from './provider-fault';
import { toScope, type TsyringeScope } from './tsyringe-registrations';

/** A class or provider, and what lists it. */
export interface ListedProvider {
  readonly provider: Class | Provider | ProviderLiteral;
  /** The name of the module. */
  readonly module: string;
  /** It was given to the kernel, and counts in place of what modules list. */
  readonly isGiven?: boolean;
}

/** One of the providers that count for a token. */
export interface Entry extends ListedProvider {
  readonly isMulti: boolean;
}

interface Entries {
  readonly entries: Map<TokenOf<unknown>, readonly Entry[]>;
  readonly problems: readonly Problem[];
}

/** The providers that count for each token, and what is wrong with what is listed. */
export function readEntries(listed: readonly ListedProvider[]): Entries {
  const byToken = new Map<TokenOf<unknown>, Entry[]>();
  const entries = new Map<TokenOf<unknown>, readonly Entry[]>();
  const problems: Problem[] = [];
  for (const each of listed) {
    const token = readToken(each.provider);
    if (token === undefined) {
      problems.push(notAProvider(describeReceived(each.provider), each.module));
      continue;
    }
    const fault = readProviderFault(each.provider);
    if (fault) {
      problems.push(invalidProvider(describeToken(token), each.module, fault));
      // What needs it is not reported, too.
      entries.set(token, [{ module: each.module, provider: { provide: token, useValue: undefined }, isMulti: false }]);
    } else byToken.set(token, [...(byToken.get(token) ?? []), { ...each, isMulti: isMulti(each.provider) }]);
  }
  for (const [token, all] of byToken) {
    const counting = readCounting(all);
    entries.set(token, counting);
    problems.push(...readDuplicates(token, counting));
  }
  return { entries, problems };
}

// What the kernel was given comes before what overrides, and that before the rest. One provider in two modules is one.
function readCounting(all: readonly Entry[]): readonly Entry[] {
  const ranks = all.map(({ provider, isGiven }) => (isGiven ? 2 : Number(isOverride(provider))));
  const best = all.filter((_, index) => ranks[index] === Math.max(...ranks));
  return best.filter(({ provider }, index) => best.findIndex((each) => each.provider === provider) === index);
}

function readDuplicates(token: TokenOf<unknown>, [first, ...others]: readonly Entry[]): readonly Problem[] {
  const another = others.find((each) => !each.isMulti) ?? (first?.isMulti ? undefined : others[0]);
  if (!first || !another) return [];
  return [duplicateProvider(describeToken(token), first.module, another.module)];
}

/** What a provider provides; `undefined` where it is no provider. */
export function readToken(provider: unknown): TokenOf<unknown> | undefined {
  if (isClass(provider)) return provider;
  if (typeof provider !== 'object' || provider === null) return undefined;
  const { provide, token } = provider as Partial<Provider & ProviderLiteral>;
  return (provide ?? token ?? undefined) as TokenOf<unknown> | undefined;
}

function describeReceived(provider: unknown): string {
  return typeof provider === 'object' && provider !== null ? 'an object without a token' : describeToken(provider);
}

/** The scope of a class where what is listed for it is the class itself. */
export function readOwnScope([entry]: readonly Entry[], type: Class): TsyringeScope | undefined {
  if (!entry || entry.isMulti) return undefined;
  const { provider } = entry;
  if (isClass(provider)) return readClassScope(provider);
  return provider.useClass === type ? (readGivenScope(provider) ?? readClassScope(type)) : undefined;
}

/** The scope that a provider says. */
export function readGivenScope(provider: Provider | ProviderLiteral): TsyringeScope | undefined {
  const { scope, options } = provider as { scope?: Scope } & Partial<ProviderLiteral>;
  return scope ?? (options && toScope(options.lifecycle));
}

function isMulti(provider: unknown): boolean {
  return (provider as { multi?: unknown } | undefined)?.multi === true;
}

function isOverride(provider: unknown): boolean {
  return (provider as { override?: unknown } | undefined)?.override === true;
}
