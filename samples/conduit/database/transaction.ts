import type { DataSource, EntityManager, QueryRunner } from 'typeorm';

/** A transaction on a connection of its own. Unless it is committed, disposing of it takes everything back. */
export class Transaction {
  constructor(private readonly runner: QueryRunner) {}

  static async begin(source: DataSource): Promise<Transaction> {
    const runner = source.createQueryRunner();
    try {
      await runner.startTransaction();
      return new Transaction(runner);
    } catch (error) {
      await runner.release();
      throw error;
    }
  }

  /** What reads and writes within the transaction. */
  get entities(): EntityManager {
    return this.runner.manager;
  }

  /** Keeps what was written, and gives the connection back before the answer is sent. */
  async commit(): Promise<void> {
    await this.runner.commitTransaction();
    await this.runner.release();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.runner.isReleased) return;
    try {
      if (this.runner.isTransactionActive) await this.runner.rollbackTransaction();
    } finally {
      await this.runner.release();
    }
  }
}
