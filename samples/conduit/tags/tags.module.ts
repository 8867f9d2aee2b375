import { Module } from 'quintet';
import { TagsView } from './tags.view';

@Module({ routes: [TagsView] })
export class TagsModule {}
