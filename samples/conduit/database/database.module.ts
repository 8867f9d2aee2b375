import { Module, provide } from 'quintet';
import { DataSource } from 'typeorm';
import { ConduitSettings } from '../settings';
import { openDataSource } from './data-source';

@Module({
  providers: [
    provide(DataSource, {
      inject: [ConduitSettings],
      useFactory: (settings) => openDataSource(settings),
      dispose: (source) => source.destroy(),
    }),
  ],
})
export class DatabaseModule {}
