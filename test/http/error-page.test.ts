import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import ts from 'typescript';

// Jest cannot load an ES module from CommonJS, so the page is made by a process of its own, from compiled output.
const root = join(__dirname, '../..');

describe('the error page of a browser', () => {
  let output: string;

  beforeEach(() => {
    // Inside of node_modules, where youch is found.
    mkdirSync(join(root, 'node_modules/.cache'), { recursive: true });
    output = mkdtempSync(join(root, 'node_modules/.cache/quintet-'));
    compile(output);
  });

  afterEach(() => {
    rmSync(output, { recursive: true });
  });

  it('shows the error when youch is there', () => {
    const { status, contentType, body } = showError(output);

    expect(status).toBe(500);
    expect(contentType).toBe('text/html; charset=utf-8');
    expect(body).toContain('<html');
    expect(body).toContain('The database is gone.');
  });

  it('is loaded by a true import, which Node does not need to require', () => {
    expect(readFileSync(join(output, 'error-page.js'), 'utf8')).toContain(`await import('youch')`);
  });

  it('gives way to the problem when youch cannot be loaded', () => {
    mkdirSync(join(output, 'node_modules/youch'), { recursive: true });
    writeFileSync(join(output, 'node_modules/youch/package.json'), '{ "exports": {} }');

    const { contentType, body } = showError(output);

    expect(contentType).toBe('application/problem+json; charset=utf-8');
    expect(body).toContain('"error":"Error: The database is gone."');
  });
});

function compile(outDir: string): void {
  const folder = join(root, 'src/http');
  const files = readdirSync(folder).map((name) => join(folder, name));
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    noResolve: true,
    noCheck: true,
    types: [],
    outDir,
  };
  ts.createProgram(files, options).emit();
}

function showError(folder: string): { status: number; contentType: string; body: string } {
  const file = join(folder, 'show-error.js');
  writeFileSync(file, script);
  return JSON.parse(execFileSync(process.execPath, [file], { encoding: 'utf8' })) as ReturnType<typeof showError>;
}

const script = `
  const { toDebugResponse } = require('./debug-response.js');
  const { InternalServerError } = require('./http-errors.js');
  const request = { id: 'req-1', method: 'GET', url: '/', headers: { accept: 'text/html' } };
  const cause = new Error('The database is gone.');
  Promise.resolve(toDebugResponse(new InternalServerError(undefined, { cause }), request)).then((response) => {
    const contentType = response.headers.get('content-type') ?? response.contentType;
    console.log(JSON.stringify({ status: response.status, contentType, body: response.toPayload(request) }));
  });
`;
