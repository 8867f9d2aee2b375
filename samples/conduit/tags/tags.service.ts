import { Injectable } from 'quintet';
import { EntityManager } from 'typeorm';

/** The words that authors file their articles under. */
@Injectable({ scope: 'request' })
export class Tags {
  constructor(private readonly entities: EntityManager) {}

  /** Those in use, in the same order on every database. */
  async list(): Promise<string[]> {
    const rows = await this.entities.query<{ tag: string }[]>(
      'SELECT DISTINCT unnest(tag_list) COLLATE "C" AS tag FROM articles ORDER BY tag',
    );
    return rows.map(({ tag }) => tag);
  }
}
