import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line between a client and a server that a test can cut. */
export interface Cuttable {
  readonly port: number;
  /** Nothing passes any more in either direction, and nobody is told; nobody is let in. */
  swallow(): void;
  /** The next words of the server are lost, and then the line. */
  loseAnswer(): void;
  close(): Promise<void>;
}

export async function proxyTo(port: number): Promise<Cuttable> {
  const sockets = new Set<Socket>();
  let swallowed = false;
  let losing = false;
  const server: Server = createServer((client) => {
    const upstream = connect(port, '127.0.0.1');
    sockets.add(client).add(upstream);
    client.on('data', (data) => swallowed || upstream.write(data));
    upstream.on('data', (data) => {
      if (losing) {
        losing = false;
        client.destroy();
        upstream.destroy();
      } else if (!swallowed) client.write(data);
    });
    for (const [one, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      one.on('error', () => {});
      one.on('close', () => swallowed || other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    swallow: () => {
      swallowed = true;
      server.close();
    },
    loseAnswer: () => {
      losing = true;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
