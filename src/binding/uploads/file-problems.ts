import type { Problem } from '../../errors/configuration-error';
import { impossibleForm, missingMultipart } from '../../errors/view-problems';
import type { DeclaredParameter } from '../../metadata/parameters';
import { loadMultipart } from './load-multipart';

/** What is wrong with how a method takes files. */
export function readFileProblems(place: string, parameters: readonly DeclaredParameter[]): Problem[] {
  const files = parameters.filter(({ file }) => file !== undefined);
  if (files.length === 0) return [];

  return [
    ...(loadMultipart() === undefined ? [missingMultipart(place)] : []),
    ...readCombinations(place, parameters, files),
    ...files.flatMap(({ name, file }) => readLimits(place, String(name), file ?? {})),
  ];
}

function readCombinations(
  place: string,
  parameters: readonly DeclaredParameter[],
  files: readonly DeclaredParameter[],
): Problem[] {
  const names = files.map(({ name }) => String(name));
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  const faults: (readonly [boolean, reason: string, fix: string])[] = [
    [
      parameters.some(({ source }) => source === 'rawBody'),
      'binds both files and @RawBody, but a form is not kept in memory as a whole',
      'Remove @RawBody, or remove the files and read the form from its bytes.',
    ],
    [
      files.filter(({ file }) => file?.stream === true).length > 1,
      'binds two streamed files, but the second comes only when the first has been read',
      'Stream one of them, and put it last in the form.',
    ],
    [
      parameters.some(({ source, type }) => source === 'body' && Array.isArray(type)),
      'binds both files and a list as @Body, but the fields of a form are no list',
      'Bind the fields to a class that has them as its own.',
    ],
  ];
  return [
    ...faults.filter(([isWrong]) => isWrong).map(([, reason, fix]) => impossibleForm(place, reason, fix)),
    ...[...repeated].map((name) =>
      impossibleForm(
        place,
        `binds the files of "${name}" twice`,
        `Bind them once, with @Files('${name}') if they are several.`,
      ),
    ),
  ];
}

function readLimits(
  place: string,
  name: string,
  { maxSize = 1, maxCount = 1 }: NonNullable<DeclaredParameter['file']>,
) {
  const wrong = Object.entries({ maxSize, maxCount }).filter(([, limit]) => !Number.isSafeInteger(limit) || limit < 1);
  return wrong.map(([option, limit]) =>
    impossibleForm(place, `limits "${name}" with ${option} ${String(limit)}`, 'Give a whole number from 1.'),
  );
}
