import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { CurrentUser } from '../auth/access';
import type { ArticleDto, ArticlesAnswer, Page } from './article.dto';
import { Article } from './article.entity';

/** Articles with all that a reader sees of them: one query, however many they are. */
export function selectArticles(entities: EntityManager, reader?: CurrentUser): SelectQueryBuilder<Article> {
  return entities
    .createQueryBuilder(Article, 'article')
    .innerJoin('article.author', 'author')
    .addSelect(['author.id', 'author.username', 'author.bio', 'author.image'])
    .addSelect('(SELECT count(*)::int FROM favorites WHERE article_id = article.id)', 'favorites')
    .addSelect('EXISTS (SELECT FROM favorites WHERE article_id = article.id AND user_id = :reader)', 'favorited')
    .addSelect('EXISTS (SELECT FROM follows WHERE followed_id = author.id AND follower_id = :reader)', 'following')
    .setParameters({ reader: reader?.id ?? null });
}

/** One page of what a query selects, the newest first, and how many there are on all pages. */
export async function readPage(query: SelectQueryBuilder<Article>, { limit, offset }: Page): Promise<ArticlesAnswer> {
  const articlesCount = await query.getCount();
  query.orderBy('article.createdAt', 'DESC').addOrderBy('article.id', 'DESC').limit(limit).offset(offset);
  return { articles: await readArticles(query), articlesCount };
}

/** Runs a query of `selectArticles`. */
export async function readArticles(query: SelectQueryBuilder<Article>): Promise<ArticleDto[]> {
  const { entities, raw } = await query.getRawAndEntities<ReaderColumns>();
  return entities.map((article, index) => toArticleDto(article, raw[index] as ReaderColumns));
}

// What TypeORM has no property for.
interface ReaderColumns {
  readonly favorites: number;
  readonly favorited: boolean;
  readonly following: boolean;
}

function toArticleDto(article: Article, { favorites, favorited, following }: ReaderColumns): ArticleDto {
  return { ...article, favoritesCount: favorites, favorited, author: { ...article.author, following } };
}
