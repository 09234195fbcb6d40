import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';

/** Answers that a real server gave to its own client's registry, by path. */
export type Golden = Record<string, { status: number; body: string }>;
export const GOLDEN_VERSIONS = ['2.22.5', '3.17.2'] as const;

export const readGolden = (version: (typeof GOLDEN_VERSIONS)[number]): Golden =>
  JSON.parse(readFileSync(fileURLToPath(new URL(`./mlflow-${version}.json`, import.meta.url)), 'utf8')) as Golden; // recorded

export type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface FakeServer {
  readonly address: string;
  readonly requests: { path: string; headers: IncomingMessage['headers'] }[];
  close(): void;
}

/** A server on this computer that answers as the test says. */
export async function startServer(answer: Answer): Promise<FakeServer> {
  const requests: FakeServer['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ path: request.url ?? '', headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve());
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, // it listens on a port
    requests,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** As the recorded server answers; what `golden` holds may be changed between two requests. */
export const goldenAnswer =
  (golden: Golden): Answer =>
  (request, response) => {
    const url = new URL(request.url ?? '', 'http://127.0.0.1');
    const found = golden[url.searchParams.has('filter') ? `${url.pathname}?prompts` : url.pathname];
    response.writeHead(found?.status ?? 404, { 'content-type': 'application/json' });
    response.end(found?.body ?? '');
  };
