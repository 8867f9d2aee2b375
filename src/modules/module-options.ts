import type { Problem } from '../errors/configuration-error';
import { notAList } from '../errors/module-problems';
import { type AbstractClass, isClass } from '../metadata/class';
import { type ModuleOptions, moduleMetadata } from '../metadata/modules';
import { describeToken } from '../metadata/token';
import { readExtensionProblems, readExtensions, isConverter } from './extension-problems';

/**
 * What a module was told, less what should be a list and is none, and less the lines of `plugins`, `converters` and
 * `checks` that nothing could use; `undefined` for a class that is no module.
 */
export function readModuleOptions(module: AbstractClass): ModuleOptions | undefined {
  if (moduleMetadata.own(module).length === 0) return undefined;
  const options = readListed(module);
  return { ...options, ...readExtensions(options) };
}

/** The names of what a module should list and does not. */
export function readUnlisted(module: AbstractClass): ListName[] {
  const options = readWritten(module);
  return lists.filter((name) => options[name] !== undefined && !Array.isArray(options[name]));
}

/** What of a module should be a list and is none, and what is wrong with the lines of those that nothing could use. */
export function readListProblems(module: AbstractClass): Problem[] {
  const options = readWritten(module);
  const name = describeToken(module);
  return [
    ...readUnlisted(module).map((list) => notAList(list, name, describeReceived(options[list]))),
    ...readExtensionProblems(name, readListed(module)),
  ];
}

/** Whether all that a module lists as converters are some. */
export function hasAllConverters(module: AbstractClass): boolean {
  const { converters = [] } = readWritten(module);
  return Array.isArray(converters) && converters.every(isConverter);
}

const lists = ['imports', 'routes', 'providers', 'middleware', 'plugins', 'converters', 'checks', 'silence'] as const;

type ListName = (typeof lists)[number];

function readWritten(module: AbstractClass): ModuleOptions {
  return moduleMetadata.own(module)[0] ?? {};
}

function readListed(module: AbstractClass): ModuleOptions {
  return { ...readWritten(module), ...Object.fromEntries(readUnlisted(module).map((name) => [name, undefined])) };
}

function describeReceived(value: unknown): string {
  if (isClass(value)) return describeToken(value);
  if (value === null) return 'null';
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
