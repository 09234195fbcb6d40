import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** Answers that a real server gave to its own client's registry, by path. */
export type Golden = Record<string, { status: number; body: string }>;
export const GOLDEN_VERSIONS = ['2.22.5', '3.17.2'] as const;

export const readGolden = (version: (typeof GOLDEN_VERSIONS)[number]): Golden =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`./mlflow-${version}.json`, import.meta.url)), 'utf8')) as Golden; // recorded

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeServer {
  readonly address: string;
  readonly requests: { path: string; headers: IncomingMessage['headers'] }[];
}

/** A server on this computer that answers as the test says, gone when it has finished. */
export async function fakeServer(answer: Answer): Promise<FakeServer> {
  const requests: FakeServer['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests }; // it listens on a port
}

/** A recorded server; what `golden` holds may be changed between two requests. */
export const goldenServer = (golden: Golden): Promise<FakeServer> =>
  fakeServer((request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const found = golden[url.searchParams.has('filter') ? `${url.pathname}?prompts` : url.pathname];
    response.writeHead(found?.status ?? 404, { 'content-type': 'application/json' });
    response.end(found?.body ?? '');
  });
