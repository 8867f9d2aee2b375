import { ForbiddenError, Injectable, NotFoundError } from 'quintet';
import { EntityManager, type SelectQueryBuilder } from 'typeorm';
import { Articles } from '../articles/articles.service';
import type { CurrentUser } from '../auth/access';
import type { CommentDto } from './comment.dto';
import { Comment } from './comment.entity';

/** What is said to an article. */
@Injectable({ scope: 'request' })
export class Comments {
  constructor(
    private readonly entities: EntityManager,
    private readonly articles: Articles,
  ) {}

  /** The newest first. */
  async list(slug: string, reader?: CurrentUser): Promise<CommentDto[]> {
    const articleId = await this.articles.findId(slug);
    const query = this.#select(reader).where({ articleId });
    return readComments(query.orderBy('comment.createdAt', 'DESC').addOrderBy('comment.id', 'DESC'));
  }

  async add(slug: string, body: string, author: CurrentUser): Promise<CommentDto> {
    const articleId = await this.articles.findId(slug);
    const { id } = await this.entities.save(Comment, { body, articleId, authorId: author.id });
    const [comment] = await readComments(this.#select(author).where({ id }));
    return comment as CommentDto;
  }

  async remove(slug: string, id: number, author: CurrentUser): Promise<void> {
    const articleId = await this.articles.findId(slug);
    const comment = await this.entities.findOneBy(Comment, { id, articleId });
    if (!comment) throw new NotFoundError(`The article has no comment ${id}.`);
    if (comment.authorId !== author.id) throw new ForbiddenError('The comment belongs to another user.');
    await this.entities.remove(comment);
  }

  #select(reader?: CurrentUser): SelectQueryBuilder<Comment> {
    return this.entities
      .createQueryBuilder(Comment, 'comment')
      .innerJoin('comment.author', 'author')
      .addSelect(['author.id', 'author.username', 'author.bio', 'author.image'])
      .addSelect('EXISTS (SELECT FROM follows WHERE followed_id = author.id AND follower_id = :reader)', 'following')
      .setParameters({ reader: reader?.id ?? null });
  }
}

async function readComments(query: SelectQueryBuilder<Comment>): Promise<CommentDto[]> {
  const { entities, raw } = await query.getRawAndEntities<{ readonly following: boolean }>();
  return entities.map((comment, index) => ({
    ...comment,
    author: { ...comment.author, following: raw[index]?.following ?? false },
  }));
}
