import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveRendererFile } from '../serve/renderer-files';
import type { EngineClient } from './engine-client';
import { readJson } from './http-body';
import { streamEvents } from './http-events';
import { deliverTarget, prepareTarget, takeIn } from './http-files';
import { checkContentType, checkMethod, checkSender, checkToken } from './http-guard';
import { HttpRefusal, sendJson, sendRefusal } from './http-refusal';
import { readSeen } from './seen';
import { type StoredFile, Uploads } from './uploads';

export interface HttpHostOptions {
  readonly engine: Pick<EngineClient, 'answer' | 'grant' | 'subscribe'>;
  readonly rendererFolder: string;
  readonly portfolioFolder: string;
  readonly token: string;
  /** 0 = any free one. */
  readonly port: number;
  readonly limits?: Partial<HttpLimits>;
}

/** Bytes and milliseconds. */
export interface HttpLimits {
  readonly rpcBytes: number;
  readonly uploadBytes: number;
  /** For a request's headers to arrive whole. */
  readonly headersWithin: number;
  /** For a request to arrive whole, its body included. */
  readonly requestWithin: number;
}

export const DEFAULT_LIMITS: HttpLimits = {
  rpcBytes: 8 * 2 ** 20,
  uploadBytes: 512 * 2 ** 20,
  headersWithin: 10_000,
  requestWithin: 120_000,
};

export interface HttpHost {
  /** `http://127.0.0.1:port`, the only address it answers at. */
  readonly origin: string;
  close(): Promise<void>;
}

const ADDRESS = '127.0.0.1';
const CONNECTIONS = 128;

/** Serves screen and engine to a browser on this machine. Loopback is hostile ground: see http-guard.ts. */
export async function startHttpHost(options: HttpHostOptions): Promise<HttpHost> {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const uploads = new Uploads(options.portfolioFolder, limits.uploadBytes);
  const targets = new Map<string, StoredFile>();
  const server = createServer({
    headersTimeout: limits.headersWithin,
    requestTimeout: limits.requestWithin,
    connectionsCheckingInterval: Math.min(1000, limits.headersWithin),
    keepAliveTimeout: 5000,
    maxHeaderSize: 16 * 1024,
  });
  server.maxConnections = CONNECTIONS;
  await listen(server, options.port);
  const origin = `http://${ADDRESS}:${portOf(server)}`;
  server.on('request', (request, response) => {
    answer(request, response, { ...options, limits, uploads, targets, origin }).catch((error: unknown) => {
      sendRefusal(request, response, asRefusal(error));
    });
  });
  return {
    origin,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await uploads.removeAll();
    },
  };
}

interface Context extends HttpHostOptions {
  readonly limits: HttpLimits;
  readonly uploads: Uploads;
  /** Tokens of files that the engine may write for the page. */
  readonly targets: Map<string, StoredFile>;
  readonly origin: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  checkSender(request, context.origin);
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  if (path.startsWith('/rpc/')) return call(request, response, context, path.slice('/rpc/'.length));
  if (path === '/events') return events(request, response, context);
  const name = new URLSearchParams(search).get('name') ?? '';
  if (path === '/files') return takeIn(request, response, context, name);
  if (path === '/files/new') return prepareTarget(request, response, context, name);
  if (path.startsWith('/files/')) return deliverTarget(request, response, context, path.slice('/files/'.length));
  checkMethod(request, 'GET', 'HEAD');
  const file = await serveRendererFile(context.rendererFolder, path);
  response.writeHead(file.status, { ...file.headers, 'Content-Length': file.body.length });
  response.end(request.method === 'HEAD' ? undefined : file.body);
}

async function call(request: IncomingMessage, response: ServerResponse, context: Context, channel: string) {
  checkMethod(request, 'POST');
  checkToken(request, context.token);
  checkContentType(request, 'application/json');
  const input = await readJson(request, context.limits.rpcBytes);
  const seen = readSeen(request.headers['modelfolio-seen']);
  sendJson(response, 200, await context.engine.answer(channel, input, languageOf(request), seen));
}

/** The language that the page's browser asks for first; what is no browser asks for none. */
const languageOf = (request: IncomingMessage): string | undefined =>
  /^[\w@.-]+/.exec(request.headers['accept-language'] ?? '')?.[0];

async function events(request: IncomingMessage, response: ServerResponse, context: Context) {
  checkMethod(request, 'GET');
  checkToken(request, context.token);
  streamEvents(response, (listener) => context.engine.subscribe(listener));
}

function asRefusal(error: unknown): HttpRefusal {
  if (error instanceof HttpRefusal) return error;
  const message = 'The program could not do this. Try again; if it happens again, start it anew.';
  return new HttpRefusal(500, message, {}, 'internal');
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, ADDRESS, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function portOf(server: Server): number {
  // A TCP server that listens has an address object; only a pipe would have a string.
  return (server.address() as AddressInfo).port;
}
