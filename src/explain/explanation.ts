import type { RouteSummary } from '../metadata/checks';
import type { HttpMethod } from '../metadata/http-method';
import type { HookName } from '../middleware/hooks';

/** What becomes of a request: a view's method answers, or what the framework answers by itself. */
export type Outcome = 'view' | 'automatic OPTIONS' | 'method not allowed' | 'no route' | 'bad URL';

/** What would run for a request, and why. Made by `kernel.explain`; `String(explanation)` is text for a person. */
export interface Explanation {
  readonly method: string;
  readonly url: string;
  readonly outcome: Outcome;
  /** The status of the answer where nothing fails and nobody answers earlier. */
  readonly status: number;
  /** The routes that were tried, in order; the last one answers where the outcome is a view. */
  readonly tried: readonly TriedRoute[];
  /** The route that answers; of the view that is asked where the URL lacks the method, its first. */
  readonly route: RouteSummary | undefined;
  /** What the answer lists in `Allow`: where the URL lacks the method. */
  readonly allow: readonly HttpMethod[];
  /** The arguments of the view's method, in order. */
  readonly arguments: readonly ExplainedArgument[];
  /** All that runs, in order. */
  readonly hooks: readonly ExplainedHook[];
  /** What the container makes for the request: its middleware, then its view. */
  readonly builds: readonly ExplainedBuild[];
  /** The classes whose rules decide what the request may say. */
  readonly inputs: readonly ExplainedInput[];
  /** What `@Returns` names. */
  readonly returns: { readonly type: string; readonly isList: boolean } | undefined;
  /** All of it as text. */
  toString(): string;
}

/** A route that was tried. */
export interface TriedRoute extends RouteSummary {
  /** Why it does not answer; `undefined` where it does. */
  readonly reason: string | undefined;
}

/** An argument of a view's method. */
export interface ExplainedArgument {
  /** The decorator, as it is written: `@Param('id')`. */
  readonly source: string;
  /** What the URL has for it; `undefined` where it is absent, or read from elsewhere. */
  readonly text: string | readonly string[] | undefined;
  /** What it becomes; `undefined` where only the request can tell. */
  readonly value: unknown;
  /** Why the request would be answered with 422: `it must be a number`. */
  readonly fault: string | undefined;
}

/** One step on the way of a request. */
export interface ExplainedHook {
  /** A hook of a middleware, or where the view is called. */
  readonly hook: HookName | 'view';
  /** The middleware, or the view's method. */
  readonly name: string;
  /** Whether it runs only when the view throws. */
  readonly isOnError: boolean;
}

/** How long something lives, or who sets it. */
export type Lifetime = 'kernel' | 'request' | 'injection' | 'request value';

/** Something that the container makes or gives, and what it is made of. */
export interface ExplainedBuild {
  readonly name: string;
  readonly lifetime: Lifetime;
  /** What it needs; empty where it was told before. */
  readonly dependencies: readonly ExplainedBuild[];
}

/** A class that a part of the request must fit. */
export interface ExplainedInput {
  /** `body`, `query` … */
  readonly in: string;
  readonly type: string;
  readonly isList: boolean;
  /** Who makes its instances: class-transformer where the class needs that. */
  readonly builtBy: 'quintet' | 'class-transformer';
  readonly fields: readonly ExplainedField[];
}

/** A field of an input. */
export interface ExplainedField {
  readonly name: string;
  /** `String`, `[Tag]`; `undefined` where nothing tells it. */
  readonly type: string | undefined;
  /** `isString`, `maxLength(80)`, in the order of declaration. */
  readonly rules: readonly string[];
}
