import type { Class } from '../../metadata/class';
import type { Report } from './report';

/** Stands for a value that could not be read, and whose issue is told. */
export const refused = Symbol('refused');

/** Builds an object of a DTO from what a request has; `refused` where it goes too far. */
export type BuildObject = (value: object, report: Report, depth: number) => object | typeof refused;

/** Gives how objects of a class are built. Besides the fields of the class they may have the key of a discriminator. */
export type ReadBuild = (type: Class, discriminator: string | undefined) => BuildObject;

/** The place of a field that is being read. */
export interface FieldPlace {
  /** The object that has the field. */
  readonly parent: object;
  readonly report: Report;
  /** The level of the object that has the field. */
  readonly depth: number;
}

/** Gives what a field becomes, or `refused`. Pointers in the report start at the field. */
export type ReadField = (raw: unknown, place: FieldPlace) => unknown;
