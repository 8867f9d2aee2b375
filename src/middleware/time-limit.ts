import { isPromiseLike } from '../http/awaitable';
import { discardBody } from '../http/discard-body';
import { createTimeLimitError } from '../http/view-errors';
import type { Respond } from './view-zone';

/**
 * Ends the wait for a view after `limit` milliseconds: its signal aborts, 503 is answered, and what it gives later is
 * dropped. A limit of 0 is none. A view that answers at once is never too late.
 */
export function withTimeLimit(callView: Respond, limit: number): Respond {
  if (limit === 0) return callView;

  return (exchange) => {
    const response = callView(exchange);
    if (!isPromiseLike(response)) return response;

    return new Promise((resolve, reject) => {
      let isLate = false;
      const timer = setTimeout(() => {
        isLate = true;
        const error = createTimeLimitError(limit);
        exchange.abort(error);
        reject(error);
      }, limit);
      // The view may use the request's objects until it has come to an end, answered or not.
      exchange.hold();
      const end = (): void => {
        clearTimeout(timer);
        exchange.release();
      };
      response.then(
        (value) => {
          end();
          if (isLate) discardBody(value);
          resolve(value);
        },
        (error: unknown) => {
          end();
          // What was thrown goes on as it is: views may throw anything.
          // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
          reject(error);
        },
      );
    });
  };
}
