import { loadedViews } from '../metadata/known-classes';
import { routeMetadata } from '../metadata/views';

/**
 * Makes a class a view: what answers the requests of a URL. Its constructor parameters are injected, and a new instance
 * is built for every request.
 *
 * A pattern is made of text, `:name`, `<converter:name>`, and at its end `*` or `<path:name>`. Several `@Route` count
 * from top to bottom. `name` is what `Urls.reverse` finds the pattern by.
 *
 * @example
 * ```ts
 * @Route('/articles/<slug:slug>', { name: 'article' })
 * class ArticleView {
 *   constructor(private readonly articles: Articles) {}
 *
 *   @Get()
 *   show(@Param('slug') slug: string) {
 *     return this.articles.find(slug);
 *   }
 * }
 * ```
 */
export function Route(pattern: string, options: { readonly name?: string } = {}): ClassDecorator {
  return (target) => {
    // Decorators run from bottom to top, and are read from top to bottom.
    routeMetadata.prepend(target as unknown as new () => object, { pattern, name: options.name });
    loadedViews.add(target as unknown as new () => object);
  };
}
