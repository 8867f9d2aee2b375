import { isPromiseLike } from '../http/awaitable';
import { describeValue } from '../http/describe-value';
import type { Exchange } from '../http/exchange';
import { HttpResponse } from '../http/response';
import type { Awaitable } from '../metadata/class';
import type { HookName } from './hooks';
import { describeHook, type Step } from './layer';

/** What a search for an answer is made of. */
export interface Search {
  readonly hook: HookName;
  readonly steps: readonly Step[];
  /** Calls the hook of one step. */
  readonly call: (step: Step, exchange: Exchange) => unknown;
  /** What becomes of an answer. */
  readonly onAnswer: (exchange: Exchange, step: Step, answer: HttpResponse) => Awaitable<HttpResponse>;
  /** What becomes of an error that a hook threw. */
  readonly onError: (exchange: Exchange, step: Step, error: unknown) => Awaitable<HttpResponse>;
}

/** Asks one hook after the other until one answers; nothing means that none did. Never throws. */
export type FindAnswer = (exchange: Exchange) => Awaitable<HttpResponse | undefined>;

/** Decides at boot what is asked in which order. The hooks are waited for only if they are asynchronous. */
export function compileSearch({ hook, steps, call, onAnswer, onError }: Search): FindAnswer {
  const names = steps.map((step) => describeHook(step, hook));
  const settle = (exchange: Exchange, index: number, answer: unknown): Awaitable<HttpResponse | undefined> => {
    const step = steps[index] as Step;
    if (isNothing(answer)) return askFrom(exchange, index + 1);
    if (answer instanceof HttpResponse) return onAnswer(exchange, step, answer);
    return onError(exchange, step, wrongAnswer(step, hook, answer));
  };

  const askFrom = (exchange: Exchange, start: number): Awaitable<HttpResponse | undefined> => {
    for (let index = start; index < steps.length; index++) {
      const step = steps[index] as Step;
      let answer: unknown;
      try {
        answer = call(step, exchange);
      } catch (error) {
        return onError(exchange, step, error);
      }
      if (isNothing(answer)) continue;
      if (isPromiseLike(answer)) {
        exchange.awaited = names[index];
        return answer.then(
          (value) => {
            exchange.awaited = undefined;
            return settle(exchange, index, value);
          },
          (error: unknown) => {
            exchange.awaited = undefined;
            return onError(exchange, step, error);
          },
        );
      }
      return settle(exchange, index, answer);
    }
    return undefined;
  };

  return (exchange) => askFrom(exchange, 0);
}

function isNothing(answer: unknown): answer is undefined | null {
  return answer === undefined || answer === null;
}

function wrongAnswer(step: Step, hook: HookName, answer: unknown): Error {
  return new Error(
    `${describeHook(step, hook)} must return nothing or an HttpResponse, but returned ${describeValue(answer)}.`,
  );
}
