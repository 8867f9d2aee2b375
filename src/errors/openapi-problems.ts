import { describeCloseNames } from './close-names';
import type { Problem } from './configuration-error';

/** The pages of the API are to be served, and the package that has them is not there. */
export function missingSwaggerUi(ui: string): Problem {
  return {
    code: 'Q319',
    problem: `openApi is to serve pages at ${ui}, but the package @fastify/swagger-ui is not installed.`,
    fix: 'Run npm install @fastify/swagger-ui, or write openApi({ …, ui: false }).',
  };
}

/** A test checks answers against the document, and the package that does so is not there. */
export function missingAjv(): Problem {
  return {
    code: 'Q319',
    problem: "`contract` checks answers against the API's document, but the package ajv is not installed.",
    fix: 'Run npm install --save-dev ajv, or remove `contract`.',
  };
}

/** An operation needs a way to prove who the client is that the document does not have. */
export function unknownSecurityScheme(place: string, name: string, known: readonly string[]): Problem {
  const question = describeCloseNames(name, known);
  return {
    code: 'Q701',
    problem: `\`security.of\` requires "${name}" for ${place}, which is not among the schemes.${question && ` ${question}`}`,
    fix: `Add ${name} to \`security.schemes\`, or correct the name.`,
  };
}
