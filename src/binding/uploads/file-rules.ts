import type { ValidationIssue } from '../../http/validation-error';
import type { FileOptions } from '../../metadata/parameters';
import { toPointer } from '../validation/pointer';
import type { FilePart } from './multipart';

/** What one field of a form may hold, decided at boot. */
export interface FileRule {
  readonly name: string;
  /** In bytes. */
  readonly maxSize: number;
  /** How many files the field may have. */
  readonly maxCount: number;
  /** Media types, as `image/png` or `image/*`; `undefined` is any. */
  readonly types: readonly string[] | undefined;
  readonly isStreamed: boolean;
  readonly isOptional: boolean;
}

/** The rules of a field: one file of 5 MB unless its decorator says more. */
export function toFileRule(name: string, { maxSize, maxCount, types, stream, optional }: FileOptions): FileRule {
  return {
    name,
    maxSize: maxSize ?? 5_000_000,
    maxCount: maxCount ?? 1,
    types: types?.map((type) => type.toLowerCase()),
    isStreamed: stream ?? false,
    isOptional: optional ?? false,
  };
}

function acceptsType({ types }: FileRule, type: string): boolean {
  if (!types) return true;
  return types.some(
    (each) => each === type || each === '*/*' || (each.endsWith('/*') && type.startsWith(each.slice(0, -1))),
  );
}

/** What is wrong with a file, as far as it can be told before it is read. */
export function findFileIssue(
  { fieldname, filename, mimetype }: FilePart,
  rule: FileRule | undefined,
  { count, rejectsUnknown }: { readonly count: number; readonly rejectsUnknown: boolean },
): ValidationIssue | undefined {
  if (!rule) return rejectsUnknown ? unknownFile(fieldname) : undefined;
  if (count >= rule.maxCount) return tooMany(rule);
  // A browser sends an empty file without a name where none was chosen.
  return filename && !acceptsType(rule, mimetype) ? wrongType(rule) : undefined;
}

/** There is no file. */
export function missing({ name }: FileRule): ValidationIssue {
  return toIssue(name, 'required', `${name} must be a file.`);
}

/** There is text in the place of a file. */
export function notAFile({ name }: FileRule): ValidationIssue {
  return toIssue(name, 'isFile', `${name} must be a file.`);
}

function tooMany({ name, maxCount }: FileRule): ValidationIssue {
  return toIssue(name, 'maxCount', `${name} must be at most ${maxCount === 1 ? 'one file' : `${maxCount} files`}.`);
}

/** A file is larger than it may be. */
export function tooLarge({ name, maxSize }: FileRule): ValidationIssue {
  return toIssue(name, 'maxSize', `${name} must not be larger than ${maxSize} bytes.`);
}

function wrongType({ name, types = [] }: FileRule): ValidationIssue {
  return toIssue(name, 'type', `${name} must be of the type ${types.join(' or ')}.`);
}

function unknownFile(name: string): ValidationIssue {
  return toIssue(name, 'unknown', `${name} is not expected.`);
}

function toIssue(name: string, rule: string, message: string): ValidationIssue {
  return { in: 'file', pointer: toPointer(name), rule, message };
}
