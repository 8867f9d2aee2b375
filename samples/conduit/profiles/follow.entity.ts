import { Entity, Index, JoinColumn, ManyToOne, PrimaryColumn } from 'typeorm';
import { User } from '../users/user.entity';

/** One user follows another. The pair is the key, so following twice counts once. */
@Entity('follows')
@Index('follows_followed_index', ['followedId'])
export class Follow {
  @PrimaryColumn('integer', { name: 'follower_id', primaryKeyConstraintName: 'follows_pkey' })
  followerId!: number;

  @PrimaryColumn('integer', { name: 'followed_id', primaryKeyConstraintName: 'follows_pkey' })
  followedId!: number;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'follower_id', foreignKeyConstraintName: 'follows_follower_fkey' })
  follower?: User;

  @ManyToOne(() => User, { onDelete: 'CASCADE' })
  @JoinColumn({ name: 'followed_id', foreignKeyConstraintName: 'follows_followed_fkey' })
  followed?: User;
}
