import { NotFoundError } from './http-errors';
import { ProblemResponse, toProblem } from './problem-details';
import type { HttpRequest } from './request';

// Nobody gets to see it: what is told of it is the same for all.
const pattern = new NotFoundError();

/**
 * The answer where there is no route. Its error is made when somebody looks at it: that would cost more than the rest of
 * the answer.
 */
export class NoRouteResponse extends ProblemResponse {
  #made: NotFoundError | undefined;

  constructor(request: HttpRequest) {
    super(toProblem(pattern, request), { status: pattern.status });
  }

  override get error(): unknown {
    return (this.#made ??= new NotFoundError());
  }
}
