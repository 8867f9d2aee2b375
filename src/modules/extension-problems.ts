import type { Problem } from '../errors/configuration-error';
import { notAnExtension } from '../errors/module-problems';
import type { Converter } from '../metadata/converter';
import type { ModuleOptions, PluginEntry } from '../metadata/modules';
import { describeToken } from '../metadata/token';

/** What is wrong with the lines of `plugins`, `converters` and `checks` of the module `place`. */
export function readExtensionProblems(place: string, { plugins, converters, checks }: ModuleOptions): Problem[] {
  const readWrong = <T>(lines: readonly T[] = [], isRight: (line: T) => boolean) =>
    lines.filter((each) => !isRight(each));
  return [
    ...readWrong(plugins, isPlugin).map((each) => notAnExtension('plugin', place, describePlugin(each))),
    ...readWrong(converters, isConverter).map((each) => notAnExtension('converter', place, describeLine(each))),
    ...readWrong(checks, isFunction).map((each) => notAnExtension('check', place, describeLine(each))),
  ];
}

/** The lines of `plugins`, `converters` and `checks` that can be used, whatever else is wrong with them. */
export function readExtensions({ plugins = [], converters = [], checks = [] }: ModuleOptions): ModuleOptions {
  return {
    plugins: plugins.filter(isPlugin),
    converters: converters.filter(isConverter),
    checks: checks.filter(isFunction),
  };
}

/** Tells a line of `converters` that a pattern can use. */
export function isConverter(line: unknown): boolean {
  const { name, pattern, parse, format } = (line ?? {}) as Partial<Converter>;
  const source: unknown = (pattern as RegExp | null | undefined)?.source;
  return [name, source].every((each) => typeof each === 'string') && [parse, format].every(isFunction);
}

// Fastify also takes a promise, and a module with a default export.
function isPlugin(line: unknown): boolean {
  const plugin = (line as { plugin?: unknown } | null | undefined)?.plugin;
  return isFunction(plugin) || (typeof plugin === 'object' && plugin !== null);
}

function isFunction(value: unknown): boolean {
  return typeof value === 'function';
}

function describePlugin(line: unknown): string {
  const { kind, plugin } = (line ?? {}) as Partial<PluginEntry>;
  return kind === 'plugin' ? `plugin(${describeLine(plugin)})` : describeLine(line);
}

function describeLine(line: unknown): string {
  if (typeof line === 'object' && line !== null) return 'an object';
  return typeof line === 'function' && line.name === '' ? 'a function' : describeToken(line);
}
