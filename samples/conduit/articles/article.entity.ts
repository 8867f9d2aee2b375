import {
  Column,
  CreateDateColumn,
  Entity,
  Index,
  JoinColumn,
  ManyToOne,
  PrimaryGeneratedColumn,
  Unique,
  UpdateDateColumn,
} from 'typeorm';
import { User } from '../users/user.entity';

/** What an author has written. */
@Entity('articles')
@Unique('articles_slug_unique', ['slug'])
@Index('articles_newest_index', ['createdAt', 'id'])
@Index('articles_author_index', ['authorId'])
export class Article {
  @PrimaryGeneratedColumn('identity', { primaryKeyConstraintName: 'articles_pkey' })
  id!: number;

  @Column('text')
  slug!: string;

  @Column('text')
  title!: string;

  @Column('text')
  description!: string;

  @Column('text')
  body!: string;

  /** In the author's order. TypeORM cannot describe its index, which is a GIN: the migration makes it. */
  @Index('articles_tag_list_index', { synchronize: false })
  @Column('text', { name: 'tag_list', array: true })
  tagList!: string[];

  @Column('integer', { name: 'author_id' })
  authorId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'author_id', foreignKeyConstraintName: 'articles_author_fkey' })
  author!: User;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;

  @UpdateDateColumn({ name: 'updated_at', type: 'timestamptz', precision: 3 })
  updatedAt!: Date;
}
