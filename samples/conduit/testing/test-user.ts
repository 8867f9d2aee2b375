import type { SendTestRequest, TestClient } from 'quintet/testing';

/** Asks as a user. */
export class TestUser {
  constructor(
    private readonly client: TestClient,
    readonly username: string,
    readonly token: string,
  ) {}

  get = this.#with('get');
  post = this.#with('post');
  put = this.#with('put');
  delete = this.#with('delete');

  /** Writes an article, and gives its slug. */
  async write(title: string, tagList: string[] = []): Promise<string> {
    const article = { title, description: `About ${title}`, body: `All of ${title}`, tagList };
    const response = await this.post('/api/articles', { body: { article } });
    return response.json<{ article: { slug: string } }>().article.slug;
  }

  #with(method: 'get' | 'post' | 'put' | 'delete'): SendTestRequest {
    return (url, options = {}) =>
      this.client[method](url, { ...options, headers: { authorization: `Token ${this.token}`, ...options.headers } });
  }
}
