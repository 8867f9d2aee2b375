import {
  type HttpRequest,
  Middleware,
  NotFoundError,
  Raises,
  UnprocessableEntityError,
  ValidationError,
} from 'quintet';
import { QueryFailedError } from 'typeorm';

/** Answers for what only the database can tell: that another request was faster, or that a value is none of its own. */
@Middleware()
@Raises(UnprocessableEntityError)
export class DatabaseErrorsMiddleware implements Middleware {
  processException(_request: HttpRequest, error: unknown) {
    if (!(error instanceof QueryFailedError)) return;
    const { code = '', constraint = '' } = error.driverError as PostgresError;
    const answer = uniqueFields[constraint] ? toTakenError(uniqueFields[constraint]) : answers.get(code)?.(error);
    if (answer) throw answer;
  }
}

/** What `pg` tells of a statement that PostgreSQL refused: https://www.postgresql.org/docs/current/errcodes-appendix.html */
interface PostgresError extends Error {
  readonly code?: string;
  readonly constraint?: string;
}

const uniqueFields: Readonly<Record<string, string>> = {
  users_username_unique: 'username',
  users_email_unique: 'email',
};

function toTakenError(field: string): ValidationError {
  const message = `${field} has already been taken`;
  return new ValidationError([{ in: 'body', pointer: `/user/${field}`, rule: 'unique', message }]);
}

const answers = new Map<string, (cause: Error) => Error>([
  // foreign_key_violation
  ['23503', (cause) => new NotFoundError('It was deleted meanwhile.', { cause })],
  // numeric_value_out_of_range
  ['22003', (cause) => new NotFoundError('There is nothing with this number.', { cause })],
  // character_not_in_repertoire
  ['22021', (cause) => new UnprocessableEntityError('A text contains the character U+0000.', { cause })],
]);
