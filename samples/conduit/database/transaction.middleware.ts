import { createMetadata, type HttpRequest, type HttpResponse, Middleware, RouteMatch } from 'quintet';
import { DataSource, EntityManager } from 'typeorm';
import { Transaction } from './transaction';

/** Marks a view that writes nothing, though its method could: it gets no transaction. */
export const ReadOnly = createMetadata('read-only');

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * One transaction for each request that writes, committed when the view has succeeded. What goes wrong, also in a hook
 * further in, takes everything back.
 *
 * Services inject `EntityManager`, never `DataSource`: what goes past the transaction does not see what it has written,
 * and waits for a second connection while the request holds the first.
 */
@Middleware({ provides: [EntityManager, Transaction] })
export class TransactionMiddleware implements Middleware {
  constructor(private readonly source: DataSource) {}

  async processView(request: HttpRequest, match: RouteMatch) {
    if (safeMethods.has(request.method) || match.get(ReadOnly)) {
      request.scope.set(EntityManager, this.source.manager);
      return;
    }
    const transaction = await Transaction.begin(this.source);
    request.scope.set(Transaction, transaction);
    request.scope.set(EntityManager, transaction.entities);
  }

  async processResponse(request: HttpRequest, response: HttpResponse) {
    if (request.scope.has(Transaction) && !response.error) await request.scope.get(Transaction).commit();
    return response;
  }
}
