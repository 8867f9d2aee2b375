import { Injectable } from 'quintet';
import { EntityManager } from 'typeorm';
import type { ArticleDto } from '../articles/article.dto';
import { Articles } from '../articles/articles.service';
import type { CurrentUser } from '../auth/access';
import { Favorite } from './favorite.entity';

/** Who likes which article. How many do is counted when it is asked, so it is never wrong. */
@Injectable({ scope: 'request' })
export class Favorites {
  constructor(
    private readonly entities: EntityManager,
    private readonly articles: Articles,
  ) {}

  async add(slug: string, user: CurrentUser): Promise<ArticleDto> {
    const favorite = await this.#toFavorite(slug, user);
    await this.entities.createQueryBuilder().insert().into(Favorite).values(favorite).orIgnore().execute();
    return this.articles.find(slug, user);
  }

  async remove(slug: string, user: CurrentUser): Promise<ArticleDto> {
    await this.entities.delete(Favorite, await this.#toFavorite(slug, user));
    return this.articles.find(slug, user);
  }

  async #toFavorite(slug: string, user: CurrentUser) {
    return { userId: user.id, articleId: await this.articles.findId(slug) };
  }
}
