import { readFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createSecureContext, TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';

/** `R` of PostgreSQL's protocol: a question for a proof. */
function question(kind: number, rest: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(9);
  head.write('R');
  head.writeInt32BE(8 + rest.length, 1);
  head.writeInt32BE(kind, 5);
  return Buffer.concat([head, rest]);
}

export const CLEAR_TEXT = question(3);
export const MD5 = question(5, Buffer.from('salt'));
export const SASL = question(10, Buffer.from('SCRAM-SHA-256\0\0'));
/** “Come in”, and ready. */
export const LET_IN = Buffer.concat([question(0), Buffer.from([0x5a, 0, 0, 0, 5, 0x49])]);

export interface EvilServer {
  readonly port: number;
  /** All that reached it, as text; empty: nobody came. */
  heard(): string;
  readonly visits: () => number;
}

/**
 * Says that it is a PostgreSQL and asks for proofs, one after each answer.
 *
 * @param tls folder and name of a certificate; `null`: it speaks in plain
 */
export async function evilServer(
  asks: readonly Buffer[],
  tls: { folder: string; name: string } | null,
): Promise<EvilServer> {
  let [text, came] = ['', 0];
  const converse = (line: Socket): void => {
    let at = 0;
    line.on('error', () => undefined);
    line.on('data', (bytes) => {
      text += bytes.toString('latin1');
      const next = asks[at];
      at += 1;
      if (next === undefined) line.end();
      else line.write(next);
    });
  };
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    came += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    if (tls === null) return converse(socket);
    socket.once('data', () => {
      socket.write('S');
      const file = (ending: string): Buffer => readFileSync(join(tls.folder, `${tls.name}.${ending}`));
      const secureContext = createSecureContext({ key: file('key'), cert: file('crt') });
      converse(new TLSSocket(socket, { isServer: true, secureContext }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, resolve);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    heard: () => text,
    visits: () => came,
  };
}
