import { fake, testView } from 'quintet/testing';
import { Tags } from './tags.service';
import { TagsView } from './tags.view';

describe('the view of tags', () => {
  it('lists them', async () => {
    const view = await testView(TagsView, { with: [fake(Tags, { list: () => Promise.resolve(['a', 'b']) })] });

    expect((await view.get('/tags')).json()).toEqual({ tags: ['a', 'b'] });
  });
});
