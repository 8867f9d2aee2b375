import { ErrorResponses } from '../http/error-responses';
import { readDependencies } from '../injection/parameters';
import { Registry } from '../injection/registry';
import { SpecialToken } from '../injection/special-token';
import type { Blueprint } from '../kernel-blueprint';
import { readProvided } from '../kernel-middleware';
import { isClass } from '../metadata/class';
import { readEntryClass } from '../metadata/middleware';
import type { PluginFactory } from '../metadata/modules';
import { describeToken, type TokenOf } from '../metadata/token';

/** All tokens that an application lists or injects. What only a replaced part would inject is not among them. */
export function readUsedTokens(
  { application, middleware, routes }: Blueprint,
  replacements: Registry,
): ReadonlySet<TokenOf<unknown>> {
  const registry = new Registry(
    application.providers.map(({ provider, module }) => ({ provider, module: describeToken(module) })),
  );
  const replaced = new Set(replacements.provided);
  const used = new Set<TokenOf<unknown>>();
  const visit = (token: TokenOf<unknown> | undefined): void => {
    if (token === undefined || used.has(token)) return;
    used.add(token);
    if ((token as unknown) instanceof SpecialToken) visit((token as unknown as SpecialToken).listed);
    visitDependencies(token);
  };
  const visitDependencies = (token: TokenOf<unknown>): void => {
    const node = (replaced.has(token) ? replacements : registry).find(token);
    const dependencies = node?.dependencies ?? (isClass(token) ? readDependencies(token) : []);
    for (const dependency of dependencies) visit(dependency.token);
    visit(node?.later?.token);
  };

  for (const { view } of routes) visitDependencies(view);
  for (const entry of middleware) visit(readEntryClass(entry));
  for (const { options } of application.plugins)
    (options as Partial<PluginFactory> | undefined)?.inject?.forEach(visit);
  for (const token of [ErrorResponses, ...registry.provided, ...readProvided(middleware)]) {
    visit(token);
    if (!replaced.has(token)) registry.findAll(token).forEach(visit);
  }
  // Settings are read, though nothing may inject them.
  visit(application.settings);
  return used;
}
