import { assertNoProblems } from '../../errors/configuration-error';
import { noVariantSource, unknownVariantFields } from '../../errors/dto-problems';
import { type Class, isClass } from '../../metadata/class';
import { describeToken } from '../../metadata/token';
import { copyRules, readRuleFields } from './copy-rules';
import { copyTransformerFields, readMarkedFields } from './copy-transformer-fields';

/** A class to be made of some fields of another. */
export interface VariantPlan {
  /** `PickDto`, for messages. */
  readonly maker: string;
  /** Begins the name of the class. */
  readonly prefix: string;
  /** The fields that the user named; each must be one of the source. */
  readonly named: readonly string[];
  readonly selects: (field: string) => boolean;
  /** Whether a field that the source initialises is initialised. */
  readonly keepsDefaults: boolean;
}

/**
 * Makes a class with some fields of another: their rules, types and decorators of both libraries, but no method and no
 * ancestor.
 *
 * @throws {ConfigurationError} when there is no such class or field
 */
export function createVariant(source: Class, plan: VariantPlan): Class {
  const fields = readFields(source, plan);
  const selected = fields.filter(plan.selects);
  const variant = plan.keepsDefaults ? createWithDefaults(source, selected) : class {};
  Object.defineProperty(variant, 'name', { value: `${plan.prefix}${source.name}` });

  for (const field of selected) copyEmitted(source, variant, field);
  copyTransformerFields(source, variant, selected);
  copyRules(source, variant, selected);
  return variant;
}

function readFields(source: unknown, { maker, named }: VariantPlan): string[] {
  // A circular import hands over undefined, whatever the types say.
  if (!isClass(source)) {
    assertNoProblems([noVariantSource(maker, undefined)]);
    return [];
  }
  const fields = [...new Set([...readRuleFields(source), ...readMarkedFields(source)])];
  if (fields.length === 0) assertNoProblems([noVariantSource(maker, describeToken(source))]);
  const unknown = named.filter((name) => !fields.includes(name));
  if (unknown.length > 0) assertNoProblems([unknownVariantFields(maker, describeToken(source), unknown)]);
  return fields;
}

function createWithDefaults(source: Class, fields: readonly string[]): Class {
  return class {
    constructor() {
      const original = new source() as Record<string, unknown>;
      for (const field of fields) {
        if (Object.hasOwn(original, field)) (this as Record<string, unknown>)[field] = original[field];
      }
    }
  };
}

// The emitted type, and what decorators of other libraries recorded in the same way.
function copyEmitted(source: Class, variant: Class, field: string): void {
  const from = source.prototype as object;
  for (const key of Reflect.getMetadataKeys(from, field) as unknown[]) {
    Reflect.defineMetadata(key, Reflect.getMetadata(key, from, field), variant.prototype as object, field);
  }
}
