import {
  Body,
  Delete,
  ForbiddenError,
  Get,
  Inject,
  NotFoundError,
  Param,
  Post,
  Put,
  Query,
  Raises,
  Returns,
  Route,
} from 'quintet';
import { Doc } from 'quintet/openapi';
import { Access, type CurrentUser, USER } from '../auth/access';
import { ArticleAnswer, ArticleChangesBody, ArticleFilter, ArticlesAnswer, NewArticleBody, Page } from './article.dto';
import { Articles } from './articles.service';

/** What others have written. */
@Route('/articles')
@Access('optional')
export class ReadArticlesView {
  constructor(
    private readonly articles: Articles,
    @Inject(USER, { optional: true }) private readonly user?: CurrentUser,
  ) {}

  @Get()
  @Returns(ArticlesAnswer)
  list(@Query() filter: ArticleFilter) {
    return this.articles.list(filter, this.user);
  }

  @Get('/:slug')
  @Raises(NotFoundError)
  @Returns(ArticleAnswer)
  async show(@Param('slug') slug: string) {
    return { article: await this.articles.find(slug, this.user) };
  }
}

/** What only users have. */
@Route('/articles')
export class WriteArticlesView {
  constructor(
    private readonly articles: Articles,
    @Inject(USER) private readonly user: CurrentUser,
  ) {}

  @Get('/feed')
  @Doc({ summary: 'The latest articles of the users that one follows' })
  @Returns(ArticlesAnswer)
  feed(@Query() page: Page) {
    return this.articles.feed(page, this.user);
  }

  @Post({ status: 201 })
  @Returns(ArticleAnswer)
  async create(@Body() body: NewArticleBody) {
    return { article: await this.articles.create(body.article, this.user) };
  }

  // Clients send back the whole article.
  @Put('/:slug')
  @Raises(ForbiddenError, NotFoundError)
  @Returns(ArticleAnswer)
  async change(
    @Param('slug') slug: string,
    @Body(ArticleChangesBody, { unknownProperties: 'strip' }) body: ArticleChangesBody,
  ) {
    return { article: await this.articles.change(slug, body.article, this.user) };
  }

  @Delete('/:slug', { status: 204 })
  @Raises(ForbiddenError, NotFoundError)
  async remove(@Param('slug') slug: string) {
    await this.articles.remove(slug, this.user);
  }
}
