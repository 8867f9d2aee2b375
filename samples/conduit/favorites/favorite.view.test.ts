import { provide } from 'quintet';
import { fake, testView } from 'quintet/testing';
import { USER } from '../auth/access';
import { jane, janesProfile } from '../testing/jane';
import { FavoriteView } from './favorite.view';
import { Favorites } from './favorites.service';

const createdAt = new Date('2026-01-02T03:04:05.678Z');
const article = {
  ...{
    slug: 'hello',
    title: 'Hello',
    description: 'A word',
    body: 'Hello!',
    tagList: [],
    createdAt,
    updatedAt: createdAt,
  },
  ...{ favorited: true, favoritesCount: 1, author: janesProfile },
};

describe('the view of a favourite', () => {
  it.each([
    ['post', 'add'],
    ['delete', 'remove'],
  ] as const)('answers %s with the article', async (method, action) => {
    const act = jest.fn(() => Promise.resolve(article));
    const favorites = action === 'add' ? fake(Favorites, { add: act }) : fake(Favorites, { remove: act });
    const view = await testView(FavoriteView, { with: [favorites, provide(USER, { useValue: jane })] });

    const response = await view[method]('/articles/hello/favorite');

    expect(response.json()).toMatchObject({ article: { slug: 'hello', favorited: true, favoritesCount: 1 } });
    expect(act).toHaveBeenCalledWith('hello', jane);
  });
});
