import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { IsString } from 'class-validator';
import { type Browser, chromium, type Page } from 'playwright-core';

import {
  createMetadata,
  Get,
  type HttpRequest,
  Middleware,
  Module,
  Param,
  Returns,
  type RouteMatch,
  Route,
  UnauthorizedError,
} from '../../src/index';
import { openApi } from '../../src/openapi/index';
import { createTestKernel, type TestKernel } from '../../src/testing/index';
import { chromiumPath } from '../support/chromium';

const Public = createMetadata('public');

class NoteDto {
  @IsString() title!: string;
}

@Route('/notes/<int:id>')
class NoteView {
  @Get()
  @Returns(NoteDto)
  show(@Param('id') id: number) {
    return { title: `Note ${id}` };
  }
}

@Middleware()
class Authentication implements Middleware {
  processView({ headers }: HttpRequest, match: RouteMatch) {
    if (!match.get(Public) && headers.authorization !== 'Bearer secret') throw new UnauthorizedError();
  }
}

@Module({
  routes: [NoteView],
  middleware: [Authentication],
  plugins: [
    openApi({ title: 'Notes', version: '1.0.0', security: { schemes: { token: { type: 'http', scheme: 'bearer' } } } }),
  ],
})
class NotesModule {}

// A browser takes its time on a busy machine.
jest.setTimeout(120_000);
const wait = { timeout: 60_000 };

describe('the pages of an API, in Chromium', () => {
  let kernel: TestKernel;
  let browser: Browser;
  let page: Page;
  const requested: string[] = [];
  const said: string[] = [];

  beforeAll(async () => {
    kernel = await createTestKernel(NotesModule, { socket: true });
    browser = await chromium.launch({
      executablePath: String(chromiumPath),
      args: [
        ...['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
        ...['--disable-background-networking', '--disable-component-update', '--disable-sync'],
      ],
    });
    page = await browser.newPage({ viewport: { width: 1200, height: 1000 } });
    page.on('request', (request) => requested.push(request.url()));
    page.on('console', (message) => {
      if (message.type() === 'error') said.push(message.text());
    });
  });

  afterAll(async () => {
    await browser.close();
    await kernel.close();
  });

  it('try an operation with a token, show the answer, and ask nobody else', async () => {
    const origin = readOrigin(kernel);
    await page.goto(`${origin}/docs`, wait);
    await page.click('.btn.authorize', wait);
    await page.fill('.auth-container input[type=text]', 'secret', wait);
    await page.click('.auth-container button.authorize', wait);
    await page.click('.auth-container button.btn-done', wait);
    await page.click('#operations-Note-noteShow .opblock-summary-control', wait);
    await page.click('#operations-Note-noteShow .try-out__btn', wait);
    await page.fill('#operations-Note-noteShow input[placeholder=id]', '7', wait);
    await page.click('#operations-Note-noteShow .execute', wait);

    const answer = page.locator('#operations-Note-noteShow .live-responses-table .response');
    await answer.first().waitFor(wait);
    const text = await answer.first().innerText();
    await takeScreenshot(page);

    expect(text).toContain('200');
    expect(text).toContain('"title": "Note 7"');
    expect(requested).toContain(`${origin}/notes/7`);
    expect(requested.filter((url) => !url.startsWith(origin) && !url.startsWith('data:'))).toEqual([]);
    expect(said).toEqual([]);
  });
});

function readOrigin({ server }: TestKernel): string {
  const { port } = server.server.address() as AddressInfo;
  return `http://127.0.0.1:${port}`;
}

// To be looked at.
async function takeScreenshot(page: Page): Promise<void> {
  const folder = join(__dirname, '../../temp');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, 'docs.png'), fullPage: true });
}
