import { ErrorResponses } from '../http/error-responses';
import type { Node } from '../injection/node';
import { readDependencies } from '../injection/parameters';
import { readProviders } from '../injection/registry';
import type { Blueprint } from '../kernel-blueprint';
import { readClass, readProvided } from '../kernel-middleware';
import { isClass } from '../metadata/class';
import type { PluginFactory } from '../metadata/modules';
import type { TokenOf } from '../metadata/token';

/** All tokens that an application lists or injects. What only a replaced part would inject is not among them. */
export function readUsedTokens(
  { application, middleware, routes }: Blueprint,
  replacements: ReadonlyMap<TokenOf<unknown>, Node>,
): ReadonlySet<TokenOf<unknown>> {
  const { nodes } = readProviders(application.providers);
  const used = new Set<TokenOf<unknown>>();
  const visit = (token: TokenOf<unknown> | undefined): void => {
    if (token === undefined || used.has(token)) return;
    used.add(token);
    visitDependencies(token);
  };
  const visitDependencies = (token: TokenOf<unknown>): void => {
    const dependencies =
      (replacements.get(token) ?? nodes.get(token))?.dependencies ?? (isClass(token) ? readDependencies(token) : []);
    for (const dependency of dependencies) visit(dependency.token);
  };

  for (const { view } of routes) visitDependencies(view);
  for (const entry of middleware) visit(readClass(entry));
  for (const { options } of application.plugins)
    (options as Partial<PluginFactory> | undefined)?.inject?.forEach(visit);
  for (const token of [ErrorResponses, ...nodes.keys(), ...readProvided(middleware)]) visit(token);
  // Settings are read, though nothing may inject them.
  visit(application.settings);
  return used;
}
