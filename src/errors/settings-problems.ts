import type { Problem } from './configuration-error';

/** A field of a settings class, and where its value comes from. */
export interface SettingPlace {
  /** `AppSettings.databaseUrl` */
  readonly setting: string;
  /** `DATABASE_URL` */
  readonly variable: string;
}

/** A class in a module's `settings` that is no settings class. */
export function noSettingsClass(type: string): Problem {
  return {
    code: 'Q401',
    problem: `${type} is listed as settings, but is no settings class.`,
    fix: `Write class ${type} extends Settings.`,
  };
}

/** A field without a default whose variable is not set. */
export function missingSetting({ setting, variable }: SettingPlace, isEmpty: boolean): Problem {
  return {
    code: 'Q402',
    problem: `${variable} is ${isEmpty ? 'empty' : 'not set'}, and ${setting} has no default.`,
    fix: `Set ${variable} in the environment or in .env, give the field a default, or mark it @IsOptional().`,
  };
}

/** A variable whose text does not become a value that the field accepts. */
export function invalidSetting(
  { setting, variable }: SettingPlace,
  source: string,
  received: string,
  reasons: readonly string[],
): Problem {
  return {
    code: 'Q403',
    problem: `${variable} is ${received}, which does not fit ${setting}: ${reasons.join('; ')}.`,
    fix: `Correct ${variable} in ${source}.`,
  };
}

/** A default that breaks a rule of its own field. */
export function invalidDefault(
  { setting, variable }: SettingPlace,
  received: string,
  reasons: readonly string[],
): Problem {
  return {
    code: 'Q403',
    problem: `${setting} is ${received} by default, which does not fit: ${reasons.join('; ')}.`,
    fix: `Correct the default, or set ${variable}.`,
  };
}

/** A getter of a settings class whose value breaks its rules. */
export function invalidGetter(setting: string, reasons: readonly string[]): Problem {
  return {
    code: 'Q403',
    problem: `${setting} gives a value that does not fit: ${reasons.join('; ')}.`,
    fix: 'Correct the settings that it is made of.',
  };
}

/** A field whose type nothing tells, or is none that text can become. */
export function unknownSettingType({ setting, variable }: SettingPlace, type: string | undefined): Problem {
  return {
    code: 'Q404',
    problem:
      type === undefined
        ? `The type of ${setting} is not known, so ${variable} cannot be read.`
        : `The type of ${setting} is ${type}, which the text of ${variable} cannot become.`,
    fix: 'Name the type: @Setting(String), or Number, Boolean, BigInt, Date, Secret, an enum object, or a list of one, as in @Setting([String]).',
  };
}

/** Two fields would be filled by one variable. */
export function sharedVariable(variable: string, settings: readonly string[]): Problem {
  return {
    code: 'Q405',
    problem: `${variable} would fill ${settings.join(' and ')}.`,
    fix: 'Rename one of them, or remove it.',
  };
}

/** A warning: a field of a settings class is never read. */
export function undecoratedSetting({ setting, variable }: SettingPlace): Problem {
  return {
    severity: 'warning',
    code: 'Q406',
    problem: `${setting} has no decorator, so ${variable} is never read for it.`,
    fix: 'Decorate it with @Setting() or a rule of class-validator; make it a getter if it is none that is read.',
  };
}

/** A decorator of class-transformer that would have no effect. */
export function ignoredSettingDecorator(setting: string, decorator: string): Problem {
  return {
    code: 'Q407',
    problem: `${setting} has ${decorator}, which settings do not apply.`,
    fix: 'Remove it; a getter of the class can give the changed value.',
  };
}

/** A `.env` file that exists and cannot be read. */
export function unreadableEnvFile(path: string, errorCode: string): Problem {
  return {
    code: 'Q408',
    problem: `${path} cannot be read (${errorCode}).`,
    fix: 'Make it a text file that this process may read, or remove it.',
  };
}

/** A line of a `.env` file that sets nothing. Its text is not shown: it may hold a secret. */
export function oddLineInEnvFile(path: string, line: number): Problem {
  return {
    code: 'Q409',
    problem: `Line ${String(line)} of ${path} is not of the form NAME=value.`,
    fix: 'Write NAME=value, or begin the line with #.',
  };
}

/** A quote in a `.env` file that is never closed. */
export function openQuoteInEnvFile(path: string, line: number): Problem {
  return {
    code: 'Q409',
    problem: `Line ${String(line)} of ${path} opens a quote that is never closed.`,
    fix: 'Close it, or write the whole value in another kind of quotes.',
  };
}
