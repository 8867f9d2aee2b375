import { strayView } from '../errors/check-problems';
import type { Problem } from '../errors/configuration-error';
import { type AbstractClass, readLineage } from '../metadata/class';
import { loadedModules, loadedViews } from '../metadata/known-classes';
import { moduleMetadata } from '../metadata/modules';
import { describeToken } from '../metadata/token';
import { readViewClass } from '../modules/entry-problems';

/**
 * Warns of each class with `@Route` that the process has loaded and that no module of the process lists. What a listed
 * view extends is no stray.
 */
export function readStrayViews(): Problem[] {
  const entries = loadedModules.read().flatMap((module) => moduleMetadata.own(module)[0]?.routes ?? []);
  const listed = new Set<AbstractClass>(
    entries.flatMap((entry) => {
      const view = readViewClass(entry);
      return view ? readLineage(view) : [];
    }),
  );
  return loadedViews
    .read()
    .filter((view) => !listed.has(view))
    .map((view) => strayView(describeToken(view)));
}
