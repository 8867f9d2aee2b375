import { Body, Delete, ForbiddenError, Get, Inject, NotFoundError, Param, Post, Raises, Returns, Route } from 'quintet';
import { Access, type CurrentUser, USER } from '../auth/access';
import { CommentAnswer, CommentsAnswer, NewCommentBody } from './comment.dto';
import { Comments } from './comments.service';

@Route('/articles/:slug/comments')
@Access('optional')
@Raises(NotFoundError)
export class ReadCommentsView {
  constructor(
    private readonly comments: Comments,
    @Inject(USER, { optional: true }) private readonly user?: CurrentUser,
  ) {}

  @Get()
  @Returns(CommentsAnswer)
  async list(@Param('slug') slug: string) {
    return { comments: await this.comments.list(slug, this.user) };
  }
}

@Route('/articles/:slug/comments')
@Raises(NotFoundError)
export class WriteCommentsView {
  constructor(
    private readonly comments: Comments,
    @Inject(USER) private readonly user: CurrentUser,
  ) {}

  @Post()
  @Returns(CommentAnswer)
  async add(@Param('slug') slug: string, @Body() { comment }: NewCommentBody) {
    return { comment: await this.comments.add(slug, comment.body, this.user) };
  }

  @Delete('/<int:id>', { status: 204 })
  @Raises(ForbiddenError)
  async remove(@Param('slug') slug: string, @Param('id') id: number) {
    await this.comments.remove(slug, id, this.user);
  }
}
