import { Module } from 'quintet';
import { ReadCommentsView, WriteCommentsView } from './comment.views';

@Module({ routes: [ReadCommentsView, WriteCommentsView] })
export class CommentsModule {}
