import type { AbstractClass } from '../metadata/class';
import { loadedModules } from '../metadata/known-classes';
import { moduleMetadata, type ModuleOptions } from '../metadata/modules';

/**
 * Makes a class a module: a group of routes with their middleware, and what they need.
 *
 * @example
 * ```ts
 * @Module({
 *   routes: [NotesView, include('/admin', AdminModule)],
 *   middleware: [AuthMiddleware],
 *   providers: [provide(CLOCK, { useValue: Date })],
 * })
 * class AppModule {}
 * ```
 */
export function Module(options: ModuleOptions = {}): ClassDecorator {
  return (target) => {
    moduleMetadata.append(target as unknown as AbstractClass, options);
    loadedModules.add(target as unknown as AbstractClass);
  };
}
