import type { Problem } from '../errors/configuration-error';
import { readEnvFile } from './env-file';

/** Where settings are read from. With neither, the process's environment and `.env` in the working directory. */
export interface SettingsSources {
  /** Stands in for the process's environment. Without `envFile`, no file is read then. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** A file of `NAME=value` lines. It need not exist. */
  readonly envFile?: string | undefined;
}

/** The text of a variable, and where it stands. */
export interface Variable {
  readonly text: string;
  readonly source: string;
}

/** Finds a variable by its name. */
export type FindVariable = (name: string) => Variable | undefined;

/** Opens the sources. The environment comes before the file, also with a variable that it sets to nothing. */
export function readVariables({ env, envFile }: SettingsSources): { find: FindVariable; problems: readonly Problem[] } {
  const environment = env ?? process.env;
  const path = envFile ?? (env ? undefined : '.env');
  const file = path === undefined ? { variables: {}, problems: [] } : readEnvFile(path);

  const find = (name: string): Variable | undefined =>
    toVariable(environment[name], 'the environment') ?? toVariable(file.variables[name], path);
  return { find, problems: file.problems };
}

function toVariable(text: string | undefined, source = ''): Variable | undefined {
  return text === undefined ? undefined : { text, source };
}
