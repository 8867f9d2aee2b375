import { Expose, Type } from 'class-transformer';
import { Get, Returns, Route } from 'quintet';
import { Access } from '../auth/access';
import { Tags } from './tags.service';

export class TagsAnswer {
  @Expose() @Type(() => String) tags!: string[];
}

@Route('/tags')
@Access('public')
export class TagsView {
  constructor(private readonly tags: Tags) {}

  @Get()
  @Returns(TagsAnswer)
  async list() {
    return { tags: await this.tags.list() };
  }
}
