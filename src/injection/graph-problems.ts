import type { Problem } from '../errors/configuration-error';
import {
  capturedByMiddleware,
  capturedByPlugin,
  capturedRequest,
  dependencyCycle,
  missingProvider,
  unknownParameter,
} from '../errors/injection-problems';
import type { AbstractClass } from '../metadata/class';
import { describeToken, type TokenOf } from '../metadata/token';
import type { Edge, Fault, Graph } from './graph';
import { describeAt, GraphPaths } from './graph-paths';
import { describeMissing } from './missing-token';
import { readUnknownReason } from './parameters';
import { builtInRequestTokens } from './request-values';

/** All that is wrong between the nodes of a graph. Ask when all has been added. */
export function readGraphProblems(graph: Graph): Problem[] {
  const captures = readCaptures(graph);
  const refused = [...graph.nodes.values(), ...graph.roots].filter(({ fault }) => fault);
  if (graph.faults.length + captures.length + refused.length === 0) return [];

  const paths = new GraphPaths(graph);
  return [
    ...graph.faults.map((each) => toGraphProblem(each, graph, paths)),
    ...captures.map((each) => describeCapture(each, graph, paths)),
    ...refused.flatMap((node) => node.fault?.(paths.describeNode(node)) ?? []),
  ];
}

function toGraphProblem(fault: Fault, graph: Graph, paths: GraphPaths): Problem {
  if (fault.kind === 'cycle') return describeCycle(fault.edges, paths);
  const { edge } = fault;
  const place = paths.describeEdge(edge);
  const { token, declaredBy, index } = edge.dependency;
  if (fault.kind === 'missing') {
    return missingProvider(describeToken(token), place, describeMissing(token as TokenOf<unknown>, graph));
  }
  if (typeof declaredBy !== 'function') return unknownParameter(place, 'missing token', '');
  const { reason, type } = readUnknownReason(declaredBy, index);
  return unknownParameter(place, reason, describeSubject(reason, type, declaredBy));
}

// What the text is about: the class where nothing was emitted for it, else the type.
function describeSubject(reason: string, type: unknown, declaredBy: AbstractClass): string {
  if (reason === 'value') return typeof type === 'function' ? type.name : 'an enum';
  return describeToken(declaredBy);
}

function describeCycle(edges: readonly Edge[], paths: GraphPaths): Problem {
  const first = (edges[0] as Edge).node;
  const steps = edges.map(({ node, dependency }) => describeAt(describeToken(node.token), dependency));
  return dependencyCycle([...steps, describeToken(first.token)].join(' → '), paths.describeNode(first));
}

// Every parameter by which what lives as long as the kernel would keep what belongs to a request.
function readCaptures(graph: Graph): Edge[] {
  return [...graph.nodes.values(), ...graph.roots].flatMap((node) =>
    node.scope === 'singleton'
      ? node.dependencies
          .filter(({ token }) => token !== undefined && graph.isOfRequest(token))
          .map((dependency) => ({ node, dependency }))
      : [],
  );
}

function describeCapture(edge: Edge, graph: Graph, paths: GraphPaths): Problem {
  const between: string[] = [];
  const seen = new Set<TokenOf<unknown>>();
  let last = edge;
  // Through what is built anew, down to what belongs to the request.
  for (let next = findNext(last, graph, seen); next; next = findNext(next, graph, seen)) {
    between.push(describeToken(next.node.token));
    last = next;
  }
  const place = describeAt([paths.describeNode(edge.node), ...between].join(' → '), last.dependency);
  const keeper = describeToken(edge.node.token);
  const captured = last.dependency.token as TokenOf<unknown>;
  const name = describeToken(captured);
  if (graph.roots.includes(edge.node)) return capturedByPlugin(keeper, name, place);
  if (!graph.sources.middleware.has(edge.node.token)) return capturedRequest(keeper, name, place);
  return capturedByMiddleware(keeper, { captured: name, isBuiltIn: builtInRequestTokens.includes(captured) }, place);
}

function findNext({ dependency }: Edge, graph: Graph, seen: Set<TokenOf<unknown>>): Edge | undefined {
  const token = dependency.token as TokenOf<unknown>;
  const node = graph.isGiven(token) ? undefined : graph.nodes.get(token);
  if (node?.scope !== 'transient' || seen.has(token)) return undefined;
  seen.add(token);
  const captured = node.dependencies.find((each) => each.token !== undefined && graph.isOfRequest(each.token));
  return captured && { node, dependency: captured };
}
