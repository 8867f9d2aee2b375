import type { Problem } from '../errors/configuration-error';
import { sharedVariable, undecoratedSetting } from '../errors/settings-problems';
import type { AbstractClass } from '../metadata/class';
import { describeSetting, type SettingField } from './setting-fields';
import { toVariableName } from './variable-name';

/** What is wrong with the fields of a settings class, whatever the variables are. `settings` is an instance of it. */
export function readFieldProblems(settings: object, fields: readonly SettingField[]): Problem[] {
  return [...readShared(fields), ...readUndecorated(settings, fields)];
}

function readShared(fields: readonly SettingField[]): Problem[] {
  const variables = [...new Set(fields.map(({ variable }) => variable))];
  return variables.flatMap((variable) => {
    const filled = fields.filter((each) => each.variable === variable).map(({ setting }) => setting);
    return filled.length > 1 ? sharedVariable(variable, filled) : [];
  });
}

// Compilers leave no trace of a field without a decorator and without a default. A function is no setting.
function readUndecorated(settings: object, fields: readonly SettingField[]): Problem[] {
  const known = new Set(fields.map(({ name }) => name));
  return Object.entries(settings)
    .filter(([name, value]) => !known.has(name) && typeof value !== 'function')
    .map(([name]) => {
      const setting = describeSetting(settings.constructor as AbstractClass, name);
      return undecoratedSetting({ setting, variable: toVariableName(name) });
    });
}
