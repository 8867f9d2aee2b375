import type { Problem } from '../errors/configuration-error';
import { notAList } from '../errors/module-problems';
import { type AbstractClass, isClass } from '../metadata/class';
import { type ModuleOptions, moduleMetadata } from '../metadata/modules';
import { describeToken } from '../metadata/token';

/** What a module was told, with no lines where a list is due and is none; `undefined` for a class that is no module. */
export function readModuleOptions(module: AbstractClass): ModuleOptions | undefined {
  const options = moduleMetadata.own(module)[0];
  return options && { ...options, ...Object.fromEntries(readUnlisted(options).map((name) => [name, []])) };
}

/** What of a module should be a list and is none. */
export function readListProblems(module: AbstractClass): Problem[] {
  const options = moduleMetadata.own(module)[0] ?? {};
  return readUnlisted(options).map((name) => notAList(name, describeToken(module), describeReceived(options[name])));
}

const lists = ['imports', 'routes', 'providers', 'middleware', 'plugins', 'converters', 'checks', 'silence'] as const;

function readUnlisted(options: ModuleOptions) {
  return lists.filter((name) => options[name] !== undefined && !Array.isArray(options[name]));
}

function describeReceived(value: unknown): string {
  if (isClass(value)) return describeToken(value);
  if (value === null) return 'null';
  return `${typeof value === 'object' ? 'an' : 'a'} ${typeof value}`;
}
