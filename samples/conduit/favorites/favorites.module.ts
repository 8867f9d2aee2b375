import { Module } from 'quintet';
import { FavoriteView } from './favorite.view';

@Module({ routes: [FavoriteView] })
export class FavoritesModule {}
