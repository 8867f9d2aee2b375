import type { Problem } from './configuration-error';

/** An input has no class at run time, so nothing would be checked. */
export function unknownInputClass(parameter: string, decorator: string, cause: string): Problem {
  return {
    code: 'Q301',
    problem: `${parameter} has no class at run time, so its value could not be checked: ${cause}.`,
    fix: `Write a class with rules of class-validator, import it without "type", and name it: ${decorator}(CreateNote).`,
  };
}

/** An input is a list of what is not known. */
export function unknownInputItems(parameter: string, decorator: string): Problem {
  return {
    code: 'Q302',
    problem: `${parameter} is an array whose items have no class at run time, so they could not be checked.`,
    fix: `Name the class of the items in brackets: ${decorator}([CreateNote]).`,
  };
}

/** The class of an input says nothing of its fields. */
export function inputWithoutRules(parameter: string, type: string, groups: readonly string[]): Problem {
  const ofGroups = groups.length > 0 ? ` of the groups ${groups.join(', ')}` : '';
  return {
    code: 'Q303',
    problem: `${parameter} is a ${type}, which carries no rules${ofGroups}, so its value could not be checked.`,
    fix: `Decorate the fields of ${type} with rules of class-validator, such as @IsString(), or with @Allow().`,
  };
}

/** A nested object has no class at run time. */
export function unknownNestedType(field: string, parameter: string): Problem {
  return {
    code: 'Q304',
    problem: `${field} has @ValidateNested(), but no class at run time, so it would always be refused (${parameter}).`,
    fix: 'Name the class: @Type(() => Address), of class-transformer. An array always needs it.',
  };
}

/** The class of a nested object says nothing of its fields. */
export function nestedWithoutRules(field: string, type: string, parameter: string): Problem {
  return {
    code: 'Q305',
    problem: `${field} has @ValidateNested(), but ${type} carries no rules, so it would always be refused (${parameter}).`,
    fix: `Decorate the fields of ${type} with rules of class-validator, such as @IsString(), or with @Allow().`,
  };
}

/** A nested object has rules that nothing asks for. */
export function nestedNotValidated(field: string, type: string, parameter: string): Problem {
  return {
    code: 'Q306',
    problem: `${field} is a ${type}, whose rules would not be checked (${parameter}).`,
    fix: `Add @ValidateNested() to ${field}, or @Allow() to take it unchecked.`,
  };
}

/** A list says nothing of its items. */
export function unknownItems(field: string, parameter: string): Problem {
  return {
    code: 'Q307',
    problem: `${field} is an array whose items are not checked (${parameter}).`,
    fix: 'Say what an item is, as with @IsString({ each: true }), or add @Allow() to take any.',
    severity: 'warning',
  };
}

/** A field may hold anything. */
export function unknownValue(field: string, parameter: string): Problem {
  return {
    code: 'Q327',
    problem: `${field} has rules, but none that says what its value is, so it could be anything (${parameter}).`,
    fix: 'Add one, such as @IsString(), or @ValidateNested() and @Type(() => Address), or @Allow() to take any value.',
  };
}

/** A field of a form, query or the like has a type that text cannot become. */
export function unknownFieldType(field: string, parameter: string): Problem {
  return {
    code: 'Q308',
    problem: `${field} arrives as text, and has a type that is not known at run time or that text cannot become (${parameter}).`,
    fix: 'Name it with @Type(() => String), of class-transformer: String, Number, Boolean, BigInt or Date, also for the items of an array.',
  };
}

/** JSON has types of its own. */
export function typeNotApplied(field: string, type: string, parameter: string): Problem {
  return {
    code: 'Q309',
    problem: `${field} has @Type(() => ${type}), which is not applied: the body is JSON, whose values are not converted (${parameter}).`,
    fix: 'Remove it. A rule, such as @IsInt(), refuses what has another type.',
    severity: 'warning',
  };
}

/** `@Validate` names a class of which class-validator knows nothing. */
export function unmarkedConstraint(field: string, constraint: string, parameter: string): Problem {
  return {
    code: 'Q310',
    problem: `${field} has @Validate(${constraint}), but ${constraint} is not marked, so it would never be asked (${parameter}).`,
    fix: `Add @ValidatorConstraint(), of class-validator, to ${constraint}.`,
  };
}

/** The application and the framework use two copies of a library, each with records of its own. */
export function duplicateLibrary(library: string, copies: readonly string[]): Problem {
  return {
    code: 'Q011',
    problem: `${library} is loaded more than once, so that what one copy records the others do not know: ${copies.join(', ')}.`,
    fix: `Keep one version of ${library} in package.json, then run npm dedupe. npm ls ${library} tells who needs the others.`,
  };
}

/** A field of a class of headers has a name that no header has. */
export function upperCaseHeader(field: string, parameter: string, name: string): Problem {
  const header = name.replace(/([a-z\d])([A-Z])/g, '$1-$2').toLowerCase();
  const lower = name.toLowerCase();
  const naming = header === lower ? '' : `Name the header: @Expose({ name: '${header}' }), of class-transformer. Or `;
  return {
    code: 'Q326',
    problem: `${field} has an upper-case letter, but the names of headers arrive in lower case (${parameter}).`,
    fix: `${naming}${naming === '' ? 'Rename' : 'rename'} the field to ${lower}.`,
  };
}
