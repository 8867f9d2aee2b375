import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  UpdateDateColumn,
} from 'typeorm';
import { Article } from '../articles/article.entity';
import { User } from '../users/user.entity';

/** What a user says to an article. */
@Entity('comments')
@Index('comments_article_index', ['articleId'])
export class Comment {
  @PrimaryGeneratedColumn('identity', { primaryKeyConstraintName: 'comments_pkey' })
  id!: number;

  @Column('text')
  body!: string;

  @Column('integer', { name: 'article_id' })
  articleId!: number;

  @ManyToOne(() => Article, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'article_id', foreignKeyConstraintName: 'comments_article_fkey' })
  article?: Article;

  @Column('integer', { name: 'author_id' })
  authorId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'comments_author_fkey' })
  author!: User;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
