import { isWarning, type Problem } from '../errors/configuration-error';
import { invalidGetter, noSettingsClass } from '../errors/settings-problems';
import { type Class, readLineage } from '../metadata/class';
import { describeToken } from '../metadata/token';
import { readFieldProblems } from './field-problems';
import { describeSetting, readSettingFields } from './setting-fields';
import { findSettingProblems } from './setting-problems';
import { hasValue, readSetting, type SettingReading } from './setting-reading';
import { Settings } from './settings';
import { findBrokenRules, type Reasons } from './validate-settings';
import { readVariables, type SettingsSources } from './variables';

/** The settings, frozen, or all that is wrong with them. */
export interface SettingsReading<T extends Settings> {
  /** `undefined` when there are problems other than warnings. */
  readonly settings?: T;
  readonly problems: readonly Problem[];
}

/** Reads settings from their sources, converts and checks them. Every fault is in the answer, none is thrown. */
export async function readSettings<T extends Settings>(
  type: Class<T>,
  sources: SettingsSources = {},
): Promise<SettingsReading<T>> {
  if (!readLineage(type).includes(Settings)) return { problems: [noSettingsClass(describeToken(type))] };

  const { find, problems: sourceProblems } = readVariables(sources);
  const settings = new type();
  const fields = readSettingFields(type, settings);
  const fieldProblems = readFieldProblems(settings, fields);
  const readings = fields.map((field) => readSetting(field, find));
  // Only now: under ES2022 the fields' initialisers run after the constructor of `Settings`.
  for (const { field, value } of readings.filter(hasValue)) Reflect.set(settings, field.name, value);

  const problems = [...sourceProblems, ...fieldProblems, ...(await proveSettings(settings, readings))];
  return problems.every(isWarning) ? { settings: freeze(settings), problems } : { problems };
}

async function proveSettings(settings: Settings, readings: readonly SettingReading[]): Promise<Problem[]> {
  const find = (brokenRules: Reasons) =>
    readings.flatMap((reading) => findSettingProblems(reading, settings, brokenRules));

  try {
    const brokenRules = await findBrokenRules(
      settings,
      readings.map(({ field }) => field),
    );
    const problems = find(brokenRules);
    // What a getter makes of faulty values says nothing.
    return problems.length > 0 ? problems : findGetterProblems(settings, readings, brokenRules);
  } catch (error) {
    // A rule or a getter may throw because of a value that is missing.
    const problems = find(new Map());
    if (problems.length > 0) return problems;
    throw error;
  }
}

function findGetterProblems(settings: Settings, readings: readonly SettingReading[], brokenRules: Reasons): Problem[] {
  const fields = new Set(readings.map(({ field }) => field.name));
  return [...brokenRules]
    .filter(([name]) => !fields.has(name))
    .map(([name, reasons]) => invalidGetter(describeSetting(settings.constructor as Class, name), reasons));
}

function freeze<T extends object>(settings: T): T {
  for (const [name, value] of Object.entries(settings)) Reflect.set(settings, name, freezeList(value));
  return Object.freeze(settings);
}

// A copy: the default of a field may be a list that others use.
function freezeList(value: unknown): unknown {
  return Array.isArray(value) ? Object.freeze(value.map(freezeList)) : value;
}
