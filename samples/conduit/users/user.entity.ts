import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn, Unique } from 'typeorm';

/** Someone who has registered. */
@Entity('users')
@Unique('users_username_unique', ['usernameKey'])
@Unique('users_email_unique', ['emailKey'])
export class User {
  @PrimaryGeneratedColumn('identity', { primaryKeyConstraintName: 'users_pkey' })
  id!: number;

  @Column('text')
  username!: string;

  /** The user name without regard to case: what is unique, and what is searched by. */
  @Column('text', { name: 'username_key' })
  usernameKey!: string;

  @Column('text')
  email!: string;

  @Column('text', { name: 'email_key' })
  emailKey!: string;

  @Column('text', { name: 'password_hash' })
  passwordHash!: string;

  @Column('text', { nullable: true })
  bio!: string | null;

  @Column('text', { nullable: true })
  image!: string | null;

  @CreateDateColumn({ name: 'created_at', type: 'timestamptz', precision: 3 })
  createdAt!: Date;
}
