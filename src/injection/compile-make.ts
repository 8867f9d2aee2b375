import type { Build, Node } from './node';

/** How a node is made of its dependencies, for a request. No list is made where there are few of them. */
export function compileMake({ type, make }: Node, builds: readonly Build[]): Build {
  const [first, second, third] = builds;
  if (!type || builds.length > 3) return (request) => make(builds.map((build) => build(request)));

  if (!first) return () => new type();
  if (!second) return (request) => new type(first(request));
  if (!third) return (request) => new type(first(request), second(request));
  return (request) => new type(first(request), second(request), third(request));
}
