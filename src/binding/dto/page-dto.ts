import type * as ClassTransformer from 'class-transformer';
import type { Class } from '../../metadata/class';
import { requireClassValidator } from '../conditions';

/** One page of a longer list. */
export interface Page<T> {
  items: T[];
  /** How many there are on all pages. */
  total: number;
  /** The number of this page, from 1. */
  page: number;
  /** How many a page holds at most. */
  size: number;
}

const pages = new WeakMap<Class, Class>();

/**
 * The DTO of one page of a list: `items`, `total`, `page` and `size`. It is named after the class of its items,
 * `NoteDtoPage`, and is the same class each time.
 *
 * @example
 * ```ts
 * @Get()
 * @Returns(PageDto(NoteDto))
 * list(@Query() { page, size, skip }: PageQuery) {
 *   return { items: this.notes.list(skip, size), total: this.notes.count(), page, size };
 * }
 * ```
 */
export function PageDto<T extends object>(type: Class<T>): new () => Page<T> {
  const known = pages.get(type) ?? createPage(type);
  pages.set(type, known);
  return known as new () => Page<T>;
}

function createPage(type: Class): Class {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded by who has a DTO
  const { Expose, Type } = require('class-transformer') as typeof ClassTransformer;
  const { IsArray, IsInt, Min, ValidateNested } = requireClassValidator();
  class Page {}
  Object.defineProperty(Page, 'name', { value: `${type.name}Page` });
  const decorate = (field: string, emitted: unknown, decorators: readonly PropertyDecorator[]) => {
    Reflect.defineMetadata('design:type', emitted, Page.prototype, field);
    for (const each of decorators) each(Page.prototype, field);
  };
  decorate('items', Array, [Expose(), Type(() => type), IsArray(), ValidateNested({ each: true })]);
  decorate('total', Number, [Expose(), IsInt(), Min(0)]);
  decorate('page', Number, [Expose(), IsInt(), Min(1)]);
  decorate('size', Number, [Expose(), IsInt(), Min(1)]);
  return Page;
}
