import { Delete, HttpResponse, JsonResponse, Module, Post, RedirectResponse, Route } from '../../src';
import { createTestKernel, type TestKernel } from '../../src/testing';

@Route('/notes')
class NotesView {
  @Post({ status: 201 }) create() {
    return new JsonResponse({ id: 1 }, { headers: { location: '/notes/1' } });
  }
  @Post('told', { status: 201 }) told() {
    return new JsonResponse({ id: 1 }, { status: 200 });
  }
  @Post('moved', { status: 201 }) move() {
    return new RedirectResponse('/notes/1');
  }
  @Delete({ status: 204 }) remove() {
    return new HttpResponse(undefined, { headers: { 'x-left': '0' } });
  }
  @Delete('shown', { status: 204 }) show() {
    return new JsonResponse({ left: 0 });
  }
}

@Module({ routes: [NotesView] })
class NotesModule {}

describe('the status of a response that a view method makes', () => {
  let kernel: TestKernel;

  beforeAll(async () => {
    kernel = await createTestKernel(NotesModule);
  });

  afterAll(() => kernel.close());

  it('is that of the method unless told', async () => {
    expect((await kernel.client.post('/notes')).status).toBe(201);
    expect((await kernel.client.delete('/notes')).status).toBe(204);
  });

  it('is what it was told', async () => {
    expect((await kernel.client.post('/notes/told')).status).toBe(200);
    expect((await kernel.client.post('/notes/moved')).status).toBe(302);
  });

  it('is one that may have a body where there is one', async () => {
    const response = await kernel.client.delete('/notes/shown');

    expect(response.status).toBe(200);
    expect(response.json()).toEqual({ left: 0 });
  });
});
