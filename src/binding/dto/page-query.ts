import 'reflect-metadata';
import { addCondition, optional, requireClassValidator } from '../conditions';
import { deferRules, recordDeferredRules } from '../deferred-rules';

/**
 * Which page of a list is asked for: `?page=2&size=50`. Without them it is the first page, of 20; a page has at most 100.
 * It can be extended with what a list is filtered by.
 *
 * @example
 * ```ts
 * class ListNotes extends PageQuery {
 *   @Optional() @IsString() tag?: string;
 * }
 * ```
 */
export class PageQuery {
  /** The number of the page, from 1. */
  page = 1;
  /** How many a page holds at most. */
  size = 20;

  constructor() {
    recordDeferredRules(PageQuery);
  }

  /** How many come before the page. */
  get skip(): number {
    return (this.page - 1) * this.size;
  }
}

// With it `skip` stays within what any database takes for an offset.
const lastPage = 1_000_000;

deferRules(PageQuery, () => {
  const { IsInt, Max, Min } = requireClassValidator();
  for (const [field, greatest] of [
    ['page', lastPage],
    ['size', 100],
  ] as const) {
    Reflect.defineMetadata('design:type', Number, PageQuery.prototype, field);
    addCondition(PageQuery, field, optional, {});
    for (const decorate of [Max(greatest), Min(1), IsInt()]) decorate(PageQuery.prototype, field);
  }
});
