import { connect, createServer, type Server, type Socket } from 'node:net';

/** A line between members and their server that does what lines do. */
export interface Line {
  readonly port: number;
  /** Cuts every connection; `answers`: after the next question has gone through, before its answer comes back. */
  cut(what: 'now' | 'answers'): void;
  close(): void;
}

/** @param delayMs each way */
export function openLine(to: number, delayMs = 0): Promise<Line> {
  const pairs = new Set<{ readonly near: Socket; readonly far: Socket; losesAnswer: boolean }>();
  const server: Server = createServer((near) => {
    const far = connect(to, '127.0.0.1');
    const pair = { near, far, losesAnswer: false };
    pairs.add(pair);
    const end = (): void => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    const after = (work: () => void): void => void (delayMs > 0 ? setTimeout(work, delayMs / 2) : work());
    near.on('data', (data) => after(() => void far.write(data)));
    far.on('data', (data) => {
      if (pair.losesAnswer) return end();
      after(() => void near.write(data));
    });
    for (const socket of [near, far]) {
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
  });
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address !== null ? address.port : 0,
        cut: (what) => {
          for (const pair of [...pairs]) {
            if (what === 'answers') pair.losesAnswer = true;
            else {
              pair.near.destroy();
              pair.far.destroy();
            }
          }
        },
        close: () => {
          server.close();
          for (const { near, far } of pairs) {
            near.destroy();
            far.destroy();
          }
        },
      });
    });
  });
}
