import { randomBytes } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { containedPath, isInside } from './contained-path';
import { securityHeaders } from './security-headers';

export interface ServedFile {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Answers a request for the renderer's build with the file itself (never a stream or a second request). Paths without
 * an extension are the screen's own addresses and get the page.
 */
export async function serveRendererFile(folder: string, urlPath: string): Promise<ServedFile> {
  const path = containedPath(folder, urlPath);
  if (path === null) return plain(400, 'This address is not one of this program.');
  if (extname(path) === '' || basename(path) === 'index.html') return servePage(folder);
  const body = await readContained(folder, path);
  if (body === null) return plain(404, 'There is no such file.');
  const headers = { ...securityHeaders(null), 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' };
  return { status: 200, headers: { ...headers, 'Cache-Control': cacheControl(folder, path) }, body };
}

async function servePage(folder: string): Promise<ServedFile> {
  const page = await readContained(folder, join(folder, 'index.html'));
  if (page === null) return plain(404, 'The screen has not been built. Run "npm run build", then start again.');
  const nonce = newNonce();
  const headers = { ...securityHeaders(nonce), 'Content-Type': 'text/html; charset=utf-8' };
  return { status: 200, headers, body: Buffer.from(withNonce(page.toString('utf8'), nonce)) };
}

/** The file's bytes; `null` when there is none, or when a link leads out of the folder. */
async function readContained(folder: string, path: string): Promise<Buffer<ArrayBuffer> | null> {
  try {
    const real = await realpath(path);
    return isInside(await realpath(folder), real) ? await readFile(real) : null;
  } catch {
    return null;
  }
}

/** Files under assets/ carry a hash of their content in their name. */
function cacheControl(folder: string, path: string): string {
  return isInside(join(folder, 'assets'), path) ? 'private, max-age=31536000, immutable' : 'no-cache';
}

function plain(status: 400 | 404, text: string): ServedFile {
  const headers = { ...securityHeaders(null), 'Content-Type': 'text/plain; charset=utf-8' };
  return { status, headers, body: Buffer.from(text) };
}

const PLACEHOLDER = '__CSP_NONCE__';

const newNonce = (): string => randomBytes(18).toString('base64');

/** The page with this response's nonce where the build left its placeholder (a meta tag that the renderer reads). */
function withNonce(page: string, nonce: string): string {
  return page.replaceAll(PLACEHOLDER, nonce);
}
