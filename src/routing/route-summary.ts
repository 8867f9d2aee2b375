import type { RouteSummary } from '../metadata/checks';
import type { RouteDefinition } from './route-definition';

/** What is told of a route. */
export function toSummary({ method, pattern, name, view, action }: RouteDefinition): RouteSummary {
  return { method, pattern: pattern.text, name, view, action };
}
