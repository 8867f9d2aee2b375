/** One use of npm in a page. */
export interface NpmCommand {
  /** The script that it runs. */
  readonly script: string;
  /** The sample that `npm run sample` is asked for. */
  readonly sample: string | undefined;
}

/** The scripts of package.json that a page tells its reader to run, in code or in prose. */
export function readNpmCommands(markdown: string): NpmCommand[] {
  const commands = markdown.matchAll(/\bnpm (?:run ([\w:-]+)(?: ([\w-]+))?|(start|test)\b)/g);
  return [...commands].map(([, run, argument, short]) => ({
    script: run ?? short ?? '',
    sample: run === 'sample' ? argument : undefined,
  }));
}
