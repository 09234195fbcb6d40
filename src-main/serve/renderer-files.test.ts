import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { serveRendererFile } from './renderer-files';

let home = '';
let folder = '';

beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'renderer-files-'));
  folder = join(home, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">');
  writeFileSync(join(folder, 'assets', 'main-1a2b.js'), 'export {};');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  symlinkSync(join(home, 'secret.txt'), join(folder, 'link.txt'));
});

afterAll(() => rmSync(home, { recursive: true, force: true }));

it('gives each page a nonce of its own, the same in page and policy', async () => {
  const seen = new Set<string>();
  for (const path of ['/', '/index.html', '/models/abc?x=1'.split('?')[0] ?? '']) {
    const page = await serveRendererFile(folder, path);
    const nonce = /content="([^"]+)"/.exec(page.body.toString())?.[1] ?? '';
    expect(page.status).toBe(200);
    expect(nonce).toMatch(/^[\w+/]{24}$/);
    expect(page.headers['Content-Security-Policy']).toContain(`'nonce-${nonce}'`);
    expect(page.headers['Cache-Control']).toBe('no-store');
    seen.add(nonce);
  }
  expect(seen.size).toBe(3);
});

it('serves hashed files for good, with their type and the security headers', async () => {
  const file = await serveRendererFile(folder, '/assets/main-1a2b.js');
  expect(file.body.toString()).toBe('export {};');
  expect(file.headers).toMatchObject({
    'Content-Type': 'text/javascript; charset=utf-8',
    'Cache-Control': 'private, max-age=31536000, immutable',
    'X-Content-Type-Options': 'nosniff',
  });
});

it('answers 404 for a missing file instead of the page', async () => {
  expect((await serveRendererFile(folder, '/assets/none.js')).status).toBe(404);
});

it('does not follow a link out of the folder, nor a way out of it', async () => {
  expect((await serveRendererFile(folder, '/link.txt')).status).toBe(404);
  expect((await serveRendererFile(folder, '/%2e%2e/secret.txt')).status).toBe(400);
});
