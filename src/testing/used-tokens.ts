import { ErrorResponses } from '../http/error-responses';
import { readDependencies } from '../injection/parameters';
import { readProviders } from '../injection/registry';
import type { Blueprint } from '../kernel-blueprint';
import { isClass } from '../metadata/class';
import type { PluginFactory } from '../metadata/modules';
import type { TokenOf } from '../metadata/token';

/** All tokens that an application lists or injects. What only a replaced part would inject is not among them. */
export function readUsedTokens(
  { application, middleware, routes }: Blueprint,
  replaced: ReadonlySet<TokenOf<unknown>>,
): ReadonlySet<TokenOf<unknown>> {
  const { nodes } = readProviders(application.providers);
  const used = new Set<TokenOf<unknown>>();
  const visit = (token: TokenOf<unknown> | undefined): void => {
    if (token === undefined || used.has(token)) return;
    used.add(token);
    if (!replaced.has(token)) visitDependencies(token);
  };
  const visitDependencies = (token: TokenOf<unknown>): void => {
    const dependencies = nodes.get(token)?.dependencies ?? (isClass(token) ? readDependencies(token) : []);
    for (const dependency of dependencies) visit(dependency.token);
  };

  for (const { view } of routes) visitDependencies(view);
  for (const entry of middleware) {
    if (typeof entry === 'function') visit(entry);
    else visitDependencies(entry.middleware);
  }
  for (const { options } of application.plugins)
    (options as Partial<PluginFactory> | undefined)?.inject?.forEach(visit);
  for (const token of [ErrorResponses, ...nodes.keys()]) visit(token);
  return used;
}
