import { inspect } from 'node:util';

import type {
  ExplainedArgument,
  ExplainedBuild,
  ExplainedHook,
  ExplainedInput,
  Explanation,
  Lifetime,
  TriedRoute,
} from './explanation';

/** An explanation as text for a person. */
export function printExplanation(explanation: Omit<Explanation, 'toString'>): string {
  const { tried, inputs, builds, returns } = explanation;
  const sections = [
    describeOutcome(explanation),
    section('Routes, in the order in which they are tried:', tried.map(printRoute)),
    section('Arguments:', explanation.arguments.map(printArgument)),
    section('What runs:', explanation.hooks.map(printHook)),
    section(
      'What is built:',
      builds.flatMap((each) => printBuild(each, 0)),
    ),
    ...inputs.map((each) => section(describeInput(each), each.fields.map(printField))),
    returns ? [`The answer: the fields of ${returns.isList ? `[${returns.type}]` : returns.type}`] : [],
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function describeOutcome({ method, url, outcome, status, route, allow }: Omit<Explanation, 'toString'>): string[] {
  const request = `${method} ${url}`;
  switch (outcome) {
    case 'view':
      return [`${request} is answered by ${describeView(route)} with ${status}.`];
    case 'automatic OPTIONS':
    case 'method not allowed':
      return [`${request} is answered with ${status}: no route of the URL has the method. Allow: ${allow.join(', ')}`];
    case 'no route':
      return [`${request} is answered with 404: no route matches.`];
    case 'bad URL':
      return [`${request} is answered with 400: the path cannot be decoded.`];
  }
}

function describeView(route: Explanation['route']): string {
  return route ? `${route.view.name}.${route.action}` : 'nothing';
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];
}

function printRoute({ reason, ...route }: TriedRoute): string {
  const name = route.name === undefined ? '' : ` "${route.name}"`;
  return `${route.method} ${route.pattern}${name}: ${reason ?? describeView(route)}`;
}

function printArgument({ source, text, value, fault }: ExplainedArgument): string {
  if (fault !== undefined) return `${source}: ${inspect(text)} is refused with 422, ${fault}`;
  if (value === undefined) return `${source}: ${isOfUrl(source) ? 'absent' : 'read from the request'}`;
  const [from, to] = [inspect(text), inspect(value)];
  return `${source}: ${to}${text === undefined || from === to ? '' : `, from ${from}`}`;
}

function isOfUrl(source: string): boolean {
  return source.startsWith("@Param('") || source.startsWith("@Query('");
}

function printHook({ hook, name, isOnError }: ExplainedHook): string {
  return `${hook.padEnd(17)} ${name}${isOnError ? ', if the view throws' : ''}`;
}

function printBuild({ name, lifetime, dependencies }: ExplainedBuild, depth: number): string[] {
  const line = `${'  '.repeat(depth)}${name}, ${lifetimes[lifetime]}`;
  return [line, ...dependencies.flatMap((each) => printBuild(each, depth + 1))];
}

const lifetimes: Readonly<Record<Lifetime, string>> = {
  kernel: 'once per kernel',
  request: 'for the request',
  injection: 'for each injection',
  'request value': 'a value of the request',
};

function describeInput({ in: part, type, isList, builtBy }: ExplainedInput): string {
  return `The ${part}, ${isList ? `a list of ${type}` : type}, built by ${builtBy}:`;
}

function printField({ name, type, rules }: ExplainedInput['fields'][number]): string {
  const told = [...(type === undefined ? [] : [type]), ...rules].join(', ');
  return told === '' ? name : `${name}: ${told}`;
}
