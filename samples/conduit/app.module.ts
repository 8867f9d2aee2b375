import cors from '@fastify/cors';
import helmet from '@fastify/helmet';
import { ErrorResponses, include, Module, plugin, provide } from 'quintet';
import { ArticlesModule } from './articles/articles.module';
import { AuthModule } from './auth/auth.module';
import { AuthenticationMiddleware } from './auth/authentication.middleware';
import { CommentsModule } from './comments/comments.module';
import { DatabaseModule } from './database/database.module';
import { TransactionMiddleware } from './database/transaction.middleware';
import { ConduitErrors } from './errors/conduit-errors';
import { DatabaseErrorsMiddleware } from './errors/database-errors.middleware';
import { FavoritesModule } from './favorites/favorites.module';
import { conduitDocs } from './openapi';
import { ProfilesModule } from './profiles/profiles.module';
import { ConduitSettings } from './settings';
import { TagsModule } from './tags/tags.module';
import { UsersModule } from './users/users.module';

/** All endpoints of the Conduit API, below `/api`. */
@Module({
  routes: [
    include('/', UsersModule),
    include('/', ProfilesModule),
    include('/', ArticlesModule),
    include('/', CommentsModule),
    include('/', FavoritesModule),
    include('/', TagsModule),
  ],
})
export class ApiModule {}

@Module({
  settings: ConduitSettings,
  imports: [DatabaseModule, AuthModule],
  routes: [include('/api', ApiModule)],
  // Outermost first: who asks is known before a transaction is begun.
  middleware: [AuthenticationMiddleware, TransactionMiddleware, DatabaseErrorsMiddleware],
  providers: [provide(ErrorResponses, { useClass: ConduitErrors })],
  plugins: [
    plugin(helmet),
    plugin(cors, {
      inject: [ConduitSettings],
      useFactory: ({ corsOrigins }) => ({
        origin: corsOrigins.includes('*') ? '*' : corsOrigins,
        methods: ['GET', 'POST', 'PUT', 'DELETE'],
      }),
    }),
    conduitDocs,
  ],
})
export class ConduitModule {}
