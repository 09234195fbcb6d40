import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HOOK } from './watched';

/** Asked on purpose by `specs/network.spec.ts`, to show that whatever is asked is seen. */
export const CANARY = 'canary.invalid';

interface Noted {
  /** `connect`, `lookup` …, `proxy`; `watching`: a process of Node has begun to note. */
  readonly what: string;
  readonly whom: string;
  readonly program: string;
}

export const noted = (): readonly Noted[] =>
  readFileSync(process.env.MODELFOLIO_E2E_SOCKETS ?? '', 'utf8')
    .split('\n')
    .flatMap((line) => (line === '' ? [] : [JSON.parse(line) as Noted])); // written by this file and watch-sockets.cjs

/**
 * For the whole run: a proxy that every browser and Electron is given, and a watch in every process of Node. Both note what is
 * asked of anybody but this machine, and answer nothing. At the end the run fails where something was asked.
 */
export default async function watchNetwork(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-network-'));
  const file = join(folder, 'asked.jsonl');
  writeFileSync(file, '');
  const note = (whom: string | undefined): void =>
    appendFileSync(file, `${JSON.stringify({ what: 'proxy', whom: whom ?? '', program: 'browser' })}\n`);
  const proxy = createServer((request, response) => {
    note(request.url);
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, socket) => {
    note(request.url);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo; // it listens on a port, not on a pipe
  process.env.MODELFOLIO_E2E_PROXY = `http://127.0.0.1:${port}`;
  process.env.MODELFOLIO_E2E_SOCKETS = file;
  // Inherited by every process of Node that a journey starts: hosts, engines, command lines.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --require "${HOOK}"`.trim();
  await seen(port);
  return async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    const all = noted();
    rmSync(folder, { recursive: true, force: true });
    const asked = all.filter(({ what, whom }) => what !== 'watching' && !whom.includes(CANARY));
    const watched = all.filter(({ what }) => what === 'watching').length;
    if (asked.length > 0)
      throw new Error(
        `Something was asked of another machine:\n${asked.map(({ what, whom, program }) => `  ${what} ${whom} by ${program}`).join('\n')}`,
      );
    process.stdout.write(`network: nothing but this machine was asked (${watched} processes of Node watched)\n`);
  };
}

/** The proxy itself notes what it is asked. */
async function seen(port: number): Promise<void> {
  await new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path: `http://${CANARY}/first` }, resolve).once('error', reject);
  });
  if (!noted().some(({ whom }) => whom.includes(`${CANARY}/first`))) throw new Error('The proxy notes nothing.');
}
