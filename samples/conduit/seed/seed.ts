import type { DataSource, EntityManager, EntityTarget, ObjectLiteral, QueryDeepPartialEntity } from 'typeorm';
import { Article } from '../articles/article.entity';
import { Comment } from '../comments/comment.entity';
import { Favorite } from '../favorites/favorite.entity';
import { Follow } from '../profiles/follow.entity';
import { User } from '../users/user.entity';
import type { Content } from './content';
import type { Progress } from './progress';

/** How much a seeded database has. */
export interface SeedSize {
  readonly users: number;
  readonly articles: number;
}

/** Fills a database that has no users, all or nothing. Tells whether it had none. */
export function seed(source: DataSource, content: Content, size: SeedSize, progress: Progress): Promise<boolean> {
  return source.transaction(async (entities) => {
    if (await entities.exists(User)) return false;
    await fill(new Rows(entities, progress), content, size);
    return true;
  });
}

async function fill(rows: Rows, content: Content, size: SeedSize): Promise<void> {
  const users = await rows.insert(
    'users',
    User,
    createList(size.users, (index) => content.user(index)),
  );
  const articles = await rows.insert(
    'articles',
    Article,
    createList(size.articles, (index) => content.article(index, size.articles, users)),
  );
  await rows.insert(
    'comments',
    Comment,
    createList(2 * size.articles, () => content.comment(articles, users)),
  );

  const favorites = content.pairs(4 * size.articles, users, articles);
  await rows.insert(
    'favorites',
    Favorite,
    favorites.map(([userId, articleId]) => ({ userId, articleId })),
  );
  const follows = content.pairs(10 * size.users, users, users).filter(([follower, followed]) => follower !== followed);
  await rows.insert(
    'follows',
    Follow,
    follows.map(([followerId, followedId]) => ({ followerId, followedId })),
  );
}

// A statement has 65,535 parameters at most.
const batchSize = 500;

class Rows {
  constructor(
    private readonly entities: EntityManager,
    private readonly progress: Progress,
  ) {}

  /** Inserts rows in batches, and gives their ids where they have one. */
  async insert<T extends ObjectLiteral>(name: string, target: EntityTarget<T>, rows: QueryDeepPartialEntity<T>[]) {
    this.progress.start(name, rows.length);
    const ids: number[] = [];
    for (let start = 0; start < rows.length; start += batchSize) {
      const batch = rows.slice(start, start + batchSize);
      const { identifiers } = await this.entities.insert(target, batch);
      ids.push(...identifiers.map(({ id }) => id as number));
      this.progress.advance(batch.length);
    }
    this.progress.stop();
    return ids;
  }
}

function createList<T>(length: number, create: (index: number) => T): T[] {
  return Array.from({ length }, (_, index) => create(index));
}
