import { Module } from 'quintet';
import { ReadArticlesView, WriteArticlesView } from './article.views';

// The feed stands before `/articles/:slug`, which matches its URL too: the first match answers.
@Module({ routes: [WriteArticlesView, ReadArticlesView] })
export class ArticlesModule {}
