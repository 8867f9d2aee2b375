import { type DeepPartial, type EntityManager, QueryFailedError } from 'typeorm';
import { Article } from './article.entity';
import { toSlug, varySlug } from './slug';

const attempts = 5;

/**
 * Saves an article under the slug of its title, or, where that is taken, a variation of it.
 *
 * Only the database knows what is taken, since another request may be about to take it. Each attempt is a savepoint, so
 * that a failed one leaves the transaction of the request as it was.
 */
export async function saveWithSlug(
  entities: EntityManager,
  article: DeepPartial<Article> & { readonly title: string },
): Promise<Article> {
  let slug = toSlug(article.title);
  for (let attempt = 1; ; attempt++) {
    try {
      return await entities.transaction((savepoint) => savepoint.save(Article, { ...article, slug }));
    } catch (error) {
      if (attempt === attempts || !isTaken(error)) throw error;
      slug = varySlug(toSlug(article.title));
    }
  }
}

function isTaken(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { constraint } = error.driverError as { readonly constraint?: string };
  return constraint === 'articles_slug_unique';
}
