import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { Article } from '../articles/article.entity';
import { User } from '../users/user.entity';

/** A user likes an article. The pair is the key, so favouriting twice counts once. */
@Entity('favorites')
@Index('favorites_article_index', ['articleId'])
export class Favorite {
  @PrimaryColumn('integer', { name: 'user_id', primaryKeyConstraintName: 'favorites_pkey' })
  userId!: number;

  @PrimaryColumn('integer', { name: 'article_id', primaryKeyConstraintName: 'favorites_pkey' })
  articleId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'user_id', foreignKeyConstraintName: 'favorites_user_fkey' })
  user?: User;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'favorites_article_fkey' })
  article?: Article;
}
