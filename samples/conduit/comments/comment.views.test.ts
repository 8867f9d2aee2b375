import { provide } from 'quintet';
import { fake, testView } from 'quintet/testing';
import { USER } from '../auth/access';
import { jane, janesProfile } from '../testing/jane';
import { ReadCommentsView, WriteCommentsView } from './comment.views';
import { Comments } from './comments.service';

const createdAt = new Date('2026-01-02T03:04:05.678Z');
const comment = {
  id: 7,
  articleId: 1,
  body: 'Nice',
  createdAt,
  updatedAt: createdAt,
  author: { ...jane, following: false },
};
const shown = {
  id: 7,
  body: 'Nice',
  createdAt: createdAt.toJSON(),
  updatedAt: createdAt.toJSON(),
  author: janesProfile,
};
const asJane = provide(USER, { useValue: jane });

describe('the views of comments', () => {
  it('list them', async () => {
    const list = jest.fn(() => Promise.resolve([comment]));
    const view = await testView(ReadCommentsView, { with: [fake(Comments, { list }), asJane] });

    const response = await view.get('/articles/hello/comments');

    expect(response.json()).toEqual({ comments: [shown] });
    expect(list).toHaveBeenCalledWith('hello', jane);
  });

  it('add one', async () => {
    const add = jest.fn(() => Promise.resolve(comment));
    const view = await testView(WriteCommentsView, { with: [fake(Comments, { add }), asJane] });

    const response = await view.post('/articles/hello/comments', { body: { comment: { body: 'Nice' } } });

    expect(response.json()).toEqual({ comment: shown });
    expect(add).toHaveBeenCalledWith('hello', 'Nice', jane);
  });

  it('delete one', async () => {
    const remove = jest.fn(() => Promise.resolve());
    const view = await testView(WriteCommentsView, { with: [fake(Comments, { remove }), asJane] });

    const response = await view.delete('/articles/hello/comments/7');

    expect(response.status).toBe(204);
    expect(remove).toHaveBeenCalledWith('hello', 7, jane);
  });
});
