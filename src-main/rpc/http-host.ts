import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { serveRendererFile } from '../serve/renderer-files';
import type { EngineClient } from './engine-client';
import { readJson } from './http-body';
import { streamEvents } from './http-events';
import { checkContentType, checkMethod, checkSender, checkToken } from './http-guard';
import { HttpRefusal, sendJson, sendRefusal } from './http-refusal';
import { Uploads } from './uploads';

export interface HttpHostOptions {
  readonly engine: Pick<EngineClient, 'call' | 'grant' | 'subscribe'>;
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
    answer(request, response, { ...options, limits, uploads, origin }).catch((error: unknown) => {
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
  readonly origin: string;
}

async function answer(request: IncomingMessage, response: ServerResponse, context: Context): Promise<void> {
  checkSender(request, context.origin);
  const [path = '/', search = ''] = (request.url ?? '/').split(/\?(.*)/s);
  if (path.startsWith('/rpc/')) return call(request, response, context, path.slice('/rpc/'.length));
  if (path === '/events') return events(request, response, context);
  if (path === '/files') return upload(request, response, context, new URLSearchParams(search).get('name') ?? '');
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
  sendJson(response, 200, await context.engine.call(channel, input));
}

async function events(request: IncomingMessage, response: ServerResponse, context: Context) {
  checkMethod(request, 'GET');
  checkToken(request, context.token);
  streamEvents(response, (listener) => context.engine.subscribe(listener));
}

async function upload(request: IncomingMessage, response: ServerResponse, context: Context, name: string) {
  checkMethod(request, 'POST');
  checkToken(request, context.token);
  checkContentType(request, 'application/octet-stream');
  const file = await context.uploads.receive(request, name);
  sendJson(response, 200, { token: await context.engine.grant(file.path), name: file.name });
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
