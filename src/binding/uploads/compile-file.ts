import { andThen } from '../../http/awaitable';
import type { DeclaredParameter } from '../../metadata/parameters';
import type { ReadArgument } from '../read-argument';
import type { OpenForm } from './compile-form';

/** Decides at boot how a file of a form is read, or all files of one field. */
export function compileFile({ source, name = '' }: DeclaredParameter, open: OpenForm | undefined): ReadArgument {
  if (!open) throw new Error('A method with a file has a form.');
  if (source === 'files')
    return (request, issues) => andThen(open(request, issues), ({ files }) => files.get(name) ?? []);
  return (request, issues) => andThen(open(request, issues), ({ files }) => files.get(name)?.[0]);
}
