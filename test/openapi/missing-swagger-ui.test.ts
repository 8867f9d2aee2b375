import { Get, Module, Route } from '../../src/index';
import { findSwaggerUi } from '../../src/openapi/swagger-ui';
import { openApi } from '../../src/openapi/index';
import { createTestKernel } from '../../src/testing/index';

jest.mock('../../src/openapi/swagger-ui', () => ({ findSwaggerUi: () => undefined }));

@Route('/notes')
class NotesView {
  @Get()
  list() {
    return [];
  }
}

describe('openApi without @fastify/swagger-ui', () => {
  it('says what to install for the pages', async () => {
    @Module({ routes: [NotesView], plugins: [openApi({ title: 'Notes', version: '1' })] })
    class ServedModule {}

    expect(findSwaggerUi()).toBeUndefined();
    await expect(createTestKernel(ServedModule)).rejects.toThrow(
      'openApi is to serve pages at /docs, but the package @fastify/swagger-ui is not installed.\n' +
        '  Run npm install @fastify/swagger-ui, or write openApi({ …, ui: false }). [Q319]',
    );
  });
});
