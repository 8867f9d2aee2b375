import { readLibraryCopies } from './binding/library-copies';
import { readOwnProblems } from './checks/own-checks';
import { silenceWarnings } from './checks/silence';
import type { Problem } from './errors/configuration-error';
import { type Blueprint, readBlueprint } from './kernel-blueprint';
import { readInjectionProblems } from './kernel-injection';
import { type KernelOptions, readGiven } from './kernel-options';
import type { Class } from './metadata/class';
import { readSettings } from './settings/read-settings';
import { Settings } from './settings/settings';

/** What `Kernel.check` can be told: as much of the options of `Kernel.create` as counts before anything is built. */
export type CheckOptions = Pick<KernelOptions, 'env' | 'providers' | 'validation'>;

/** All that is known of an application before anything is built. */
export interface Proof {
  /** With all problems of all layers, less the warnings that are silenced. */
  readonly blueprint: Blueprint;
  /** `undefined` where they have faults. */
  readonly settings: Settings | undefined;
}

/** Looks for further problems. */
type FindProblems = (blueprint: Blueprint) => readonly Problem[];

/** Reads and proves an application: its modules, routes, settings, graph, and its own checks. */
export async function proveApplication(
  module: Class,
  options: CheckOptions,
  findOthers: FindProblems = () => [],
): Promise<Proof> {
  const blueprint = readBlueprint(module);
  const { application, routes } = blueprint;
  // Settings that are given are not read.
  const own = application.settings as Class<Settings> | undefined;
  const type = own && !readGiven(options).has(own) ? own : (Settings as Class<Settings>);
  const { settings, problems: settingProblems } = await readSettings(type, { env: options.env });
  const problems = [
    ...readLibraryCopies(),
    ...blueprint.problems,
    ...settingProblems,
    ...readInjectionProblems(blueprint, type, options),
    ...findOthers(blueprint),
    ...readOwnProblems(application, routes, settings),
  ];
  return { blueprint: { ...blueprint, problems: silenceWarnings(problems, application) }, settings };
}
