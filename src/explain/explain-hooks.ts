import type { HookName } from '../middleware/hooks';
import type { ExplainedHook, Outcome } from './explanation';

/** A middleware of a chain, and the hooks that it has. */
export interface ExplainedLayer {
  readonly name: string;
  readonly hooks: ReadonlySet<HookName>;
}

/** All that runs for a request through a chain, in order. `view` is what is called at its end. */
export function explainHooks(
  layers: readonly ExplainedLayer[],
  outcome: Outcome,
  view: string | undefined,
): ExplainedHook[] {
  const inward = (hook: HookName) =>
    layers.filter(({ hooks }) => hooks.has(hook)).map(({ name }) => toStep(hook, name));
  const outward = (hook: HookName) => inward(hook).reverse();
  if (outcome === 'no route' || outcome === 'bad URL')
    return [...inward('processRequest'), ...outward('processResponse')];

  return [
    ...inward('processRequest'),
    ...inward('processView'),
    ...(view === undefined ? [] : [toStep('view', view)]),
    ...(outcome !== 'view' ? [] : outward('processException').map((each) => ({ ...each, isOnError: true }))),
    ...outward('processResponse'),
  ];
}

function toStep(hook: ExplainedHook['hook'], name: string): ExplainedHook {
  return { hook, name, isOnError: false };
}
