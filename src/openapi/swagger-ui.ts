import { createReadStream, statSync } from 'node:fs';
import { basename, dirname, extname, join, posix } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';

import type { ServedOpenApiOptions } from './options';

/** Where the pages are, and what they show. */
export interface Pages extends Pick<ServedOpenApiOptions, 'title' | 'uiConfig' | 'servers'> {
  /** The URL of the page. */
  readonly ui: string;
  /** The URL of the document. */
  readonly path: string;
  /** The folder that has Swagger UI. */
  readonly folder: string;
}

/** The folder with Swagger UI in `@fastify/swagger-ui`, an optional package; `undefined` where it is not installed. */
export function findSwaggerUi(): string | undefined {
  try {
    return join(dirname(require.resolve('@fastify/swagger-ui')), 'static');
  } catch {
    return undefined;
  }
}

const assets = [
  ...['swagger-ui.css', 'index.css', 'swagger-ui-bundle.js', 'favicon-32x32.png'],
  ...['oauth2-redirect.html', 'oauth2-redirect.js'],
];

const types = new Map([
  ['.css', 'text/css; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.html', 'text/html; charset=utf-8'],
  ['.png', 'image/png'],
]);

/**
 * Serves Swagger UI: the files of `@fastify/swagger-ui` without its plugin, which needs `@fastify/swagger` and cannot be
 * loaded in Jest on Node 20. The pages need nothing from elsewhere, and may load nothing from there.
 */
export function servePages(server: FastifyInstance, pages: Pages): void {
  const { ui, folder } = pages;
  const policy = readPolicy(pages);
  const answer = (reply: FastifyReply, type: string | undefined): FastifyReply =>
    reply.header('content-security-policy', policy).type(type ?? 'application/octet-stream');

  const page = writePage(pages);
  const script = writeScript(pages);
  server.get(ui, (_request, reply) => answer(reply, types.get('.html')).send(page));
  server.get(join(ui, 'initializer.js'), (_request, reply) => answer(reply, types.get('.js')).send(script));
  for (const name of assets) {
    const file = join(folder, name);
    const { size } = statSync(file);
    server.get(join(ui, name), (_request, reply) =>
      answer(reply, types.get(extname(name)))
        .header('content-length', size)
        .header('cache-control', 'public, max-age=3600')
        .send(createReadStream(file)),
    );
  }
}

// Relative URLs, for where a proxy has put the application below a path of its own.
function writePage({ title, ui }: Pages): string {
  const folder = basename(ui);
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>${escape(title)}</title>
    <link rel="stylesheet" href="${folder}/swagger-ui.css">
    <link rel="stylesheet" href="${folder}/index.css">
    <link rel="icon" type="image/png" href="${folder}/favicon-32x32.png" sizes="32x32">
  </head>
  <body>
    <div id="swagger-ui"></div>
    <script src="${folder}/swagger-ui-bundle.js"></script>
    <script src="${folder}/initializer.js"></script>
  </body>
</html>
`;
}

function writeScript({ ui, path, uiConfig }: Pages): string {
  const options = {
    url: posix.relative(dirname(ui), path),
    dom_id: '#swagger-ui',
    deepLinking: true,
    persistAuthorization: true,
    validatorUrl: null,
    ...uiConfig,
  };
  const redirect = JSON.stringify(`${basename(ui)}/oauth2-redirect.html`);
  return `SwaggerUIBundle({
  oauth2RedirectUrl: new URL(${redirect}, location.href).href,
  ...${JSON.stringify(options)},
});
`;
}

function readPolicy({ servers = [] }: Pages): string {
  // Operations are tried out where the servers are.
  const origins = servers.flatMap(
    (server) => /^https?:\/\/[^/{}]+/.exec(typeof server === 'string' ? server : server.url)?.slice(0, 1) ?? [],
  );
  return [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    ["connect-src 'self'", ...origins].join(' '),
    "frame-ancestors 'self'",
    "base-uri 'self'",
    "object-src 'none'",
  ].join('; ');
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
