import { provide } from 'quintet';
import { fake, testView } from 'quintet/testing';
import { USER } from '../auth/access';
import { jane, janesProfile } from '../testing/jane';
import { ReadArticlesView, WriteArticlesView } from './article.views';
import { Articles } from './articles.service';

const createdAt = new Date('2026-01-02T03:04:05.678Z');
const texts = {
  slug: 'hello',
  title: 'Hello',
  description: 'A word',
  tagList: ['a'],
  favorited: false,
  favoritesCount: 0,
};
const times = { createdAt: createdAt.toJSON(), updatedAt: createdAt.toJSON() };
const summary = { ...texts, ...times, author: janesProfile };
const shown = { ...summary, body: 'Hello!' };
// As the service gives it, with more than anybody may see.
const author = { ...jane, following: false };
const article = { ...texts, id: 1, authorId: 1, body: 'Hello!', createdAt, updatedAt: createdAt, author };
const asJane = provide(USER, { useValue: jane });

describe('the view that shows articles', () => {
  it('lists them without their bodies, from the first on unless told', async () => {
    const list = jest.fn(() => Promise.resolve({ articles: [article], articlesCount: 1 }));
    const view = await testView(ReadArticlesView, { with: [fake(Articles, { list }), asJane] });

    const response = await view.get('/articles', { query: { tag: 'a', limit: 5 } });

    expect(response.json()).toEqual({ articles: [summary], articlesCount: 1 });
    expect(list).toHaveBeenCalledWith({ tag: 'a', limit: 5, offset: 0 }, jane);
  });

  it('shows one', async () => {
    const find = jest.fn(() => Promise.resolve(article));
    const view = await testView(ReadArticlesView, { with: [fake(Articles, { find }), asJane] });

    const response = await view.get('/articles/hello');

    expect(response.json()).toEqual({ article: shown });
    expect(find).toHaveBeenCalledWith('hello', jane);
  });
});

describe('the view that writes articles', () => {
  it('feeds', async () => {
    const feed = jest.fn(() => Promise.resolve({ articles: [], articlesCount: 0 }));
    const view = await testView(WriteArticlesView, { with: [fake(Articles, { feed }), asJane] });

    const response = await view.get('/articles/feed?offset=3');

    expect(response.json()).toEqual({ articles: [], articlesCount: 0 });
    expect(feed).toHaveBeenCalledWith({ limit: 20, offset: 3 }, jane);
  });

  it('creates, with no tags unless told', async () => {
    const create = jest.fn(() => Promise.resolve(article));
    const view = await testView(WriteArticlesView, { with: [fake(Articles, { create }), asJane] });
    const draft = { title: 'Hello', description: 'A word', body: 'Hello!' };

    const response = await view.post('/articles', { body: { article: draft } });

    expect(response.status).toBe(201);
    expect(response.json()).toEqual({ article: shown });
    expect(create).toHaveBeenCalledWith({ ...draft, tagList: [] }, jane);
  });

  it('changes what may be changed, and passes over the rest', async () => {
    const change = jest.fn(() => Promise.resolve(article));
    const view = await testView(WriteArticlesView, { with: [fake(Articles, { change }), asJane] });

    const response = await view.put('/articles/hello', { body: { article: { ...shown, title: 'Bye' } } });

    expect(response.status).toBe(200);
    expect(change).toHaveBeenCalledWith('hello', { title: 'Bye', description: 'A word', body: 'Hello!' }, jane);
  });

  it('deletes', async () => {
    const remove = jest.fn(() => Promise.resolve());
    const view = await testView(WriteArticlesView, { with: [fake(Articles, { remove }), asJane] });

    const response = await view.delete('/articles/hello');

    expect(response).toMatchObject({ status: 204, text: '' });
    expect(remove).toHaveBeenCalledWith('hello', jane);
  });
});
