import { Body, Delete, Get, Inject, Param, Post, Put, Query, Returns, Route } from 'quintet';
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
  @Returns(ArticleAnswer)
  async change(
    @Param('slug') slug: string,
    @Body(ArticleChangesBody, { unknownProperties: 'strip' }) body: ArticleChangesBody,
  ) {
    return { article: await this.articles.change(slug, body.article, this.user) };
  }

  @Delete('/:slug', { status: 204 })
  async remove(@Param('slug') slug: string) {
    await this.articles.remove(slug, this.user);
  }
}
