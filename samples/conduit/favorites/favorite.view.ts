import { Delete, Inject, NotFoundError, Param, Post, Raises, Returns, Route } from 'quintet';
import { ArticleAnswer } from '../articles/article.dto';
import { type CurrentUser, USER } from '../auth/access';
import { Favorites } from './favorites.service';

@Route('/articles/:slug/favorite')
@Raises(NotFoundError)
export class FavoriteView {
  constructor(
    private readonly favorites: Favorites,
    @Inject(USER) private readonly user: CurrentUser,
  ) {}

  @Post()
  @Returns(ArticleAnswer)
  async add(@Param('slug') slug: string) {
    return { article: await this.favorites.add(slug, this.user) };
  }

  @Delete()
  @Returns(ArticleAnswer)
  async remove(@Param('slug') slug: string) {
    return { article: await this.favorites.remove(slug, this.user) };
  }
}
