import { ForbiddenError, Injectable, NotFoundError } from 'quintet';
import { EntityManager } from 'typeorm';
import type { CurrentUser } from '../auth/access';
import { toCaseKey } from '../users/case-key';
import { readArticles, readPage, selectArticles } from './article-query';
import type { ArticleChanges, ArticleDto, ArticleFilter, ArticlesAnswer, NewArticle, Page } from './article.dto';
import { Article } from './article.entity';
import { saveWithSlug } from './save-with-slug';

/** Articles, as their readers see them. */
@Injectable({ scope: 'request' })
export class Articles {
  constructor(private readonly entities: EntityManager) {}

  /** Those that fit all parts of the filter. */
  list(filter: ArticleFilter, reader?: CurrentUser): Promise<ArticlesAnswer> {
    const { tag, author, favorited } = filter;
    const query = selectArticles(this.entities, reader);
    if (tag !== undefined) query.andWhere('article.tagList @> ARRAY[:tag]', { tag });
    if (author !== undefined) query.andWhere('author.usernameKey = :author', { author: toCaseKey(author) });
    if (favorited !== undefined) query.andWhere(isFavorite, { favorited: toCaseKey(favorited) });
    return readPage(query, filter);
  }

  /** Those by users whom the reader follows. */
  feed(page: Page, reader: CurrentUser): Promise<ArticlesAnswer> {
    return readPage(selectArticles(this.entities, reader).where(isFollowed), page);
  }

  async find(slug: string, reader?: CurrentUser): Promise<ArticleDto> {
    const [article] = await readArticles(selectArticles(this.entities, reader).where({ slug }));
    if (!article) throw notFound(slug);
    return article;
  }

  async findId(slug: string): Promise<number> {
    const article = await this.entities.findOne(Article, { select: { id: true }, where: { slug } });
    if (!article) throw notFound(slug);
    return article.id;
  }

  async create({ title, description, body, tagList }: NewArticle, author: CurrentUser): Promise<ArticleDto> {
    const tags = [...new Set(tagList)];
    const draft = { title, description, body, tagList: tags, authorId: author.id };
    const { slug } = await saveWithSlug(this.entities, draft);
    return this.find(slug, author);
  }

  /** Changes what is given. Another title gives another slug. */
  async change(slug: string, { title, description, body }: ArticleChanges, author: CurrentUser): Promise<ArticleDto> {
    const article = await this.#findOwn(slug, author);
    const hasNewTitle = title !== undefined && title !== article.title;
    if (description !== undefined) article.description = description;
    if (body !== undefined) article.body = body;
    const saved = hasNewTitle
      ? await saveWithSlug(this.entities, { ...article, title })
      : await this.entities.save(article);
    return this.find(saved.slug, author);
  }

  async remove(slug: string, author: CurrentUser): Promise<void> {
    await this.entities.remove(await this.#findOwn(slug, author));
  }

  async #findOwn(slug: string, author: CurrentUser): Promise<Article> {
    const article = await this.entities.findOneBy(Article, { slug });
    if (!article) throw notFound(slug);
    if (article.authorId !== author.id) throw new ForbiddenError('The article belongs to another user.');
    return article;
  }
}

const isFavorite = `EXISTS (
  SELECT FROM favorites JOIN users ON users.id = favorites.user_id
  WHERE favorites.article_id = article.id AND users.username_key = :favorited)`;

const isFollowed = 'EXISTS (SELECT FROM follows WHERE followed_id = author.id AND follower_id = :reader)';

function notFound(slug: string): NotFoundError {
  return new NotFoundError(`There is no article ${slug}.`);
}
