import type { QueryDeepPartialEntity } from 'typeorm';
import type { Article } from '../articles/article.entity';
import { toSlug } from '../articles/slug';
import type { User } from '../users/user.entity';
import { names, tags, Words } from './words';

const hour = 3_600_000;

/** What a seeded database is filled with: the same on every run, but for the dates. */
export class Content {
  readonly #words = new Words();

  constructor(private readonly passwordHash: string) {}

  /** `ada`, `alan` …, then `ada2` and so on. */
  user(index: number): QueryDeepPartialEntity<User> {
    const round = Math.floor(index / names.length);
    const username = `${names[index % names.length] ?? ''}${round === 0 ? '' : String(round + 1)}`;
    const email = `${username}@example.com`;
    const { passwordHash } = this;
    return { username, usernameKey: username, email, emailKey: email, passwordHash, bio: this.#words.sentence() };
  }

  /** The last one is an hour old, and each one before it an hour older. */
  article(index: number, total: number, authors: readonly number[]): QueryDeepPartialEntity<Article> {
    const title = this.#words.title();
    const createdAt = new Date(Date.now() - (total - index) * hour);
    return {
      title,
      slug: `${toSlug(title)}-${String(index + 1)}`,
      description: this.#words.sentence(),
      body: Array.from({ length: 4 }, () => this.#words.paragraph()).join('\n\n'),
      tagList: this.#words.some(3, tags),
      authorId: this.#words.one(authors),
      createdAt,
      updatedAt: createdAt,
    };
  }

  comment(articles: readonly number[], authors: readonly number[]) {
    return {
      body: this.#words.sentence(),
      articleId: this.#words.one(articles),
      authorId: this.#words.one(authors),
    };
  }

  /** Different pairs of one of each, about as many as asked for. */
  pairs(count: number, left: readonly number[], right: readonly number[]): [number, number][] {
    const found = new Map<string, [number, number]>();
    for (let index = 0; index < count; index++) {
      const pair: [number, number] = [this.#words.one(left), this.#words.one(right)];
      found.set(pair.join(), pair);
    }
    return [...found.values()];
  }
}
