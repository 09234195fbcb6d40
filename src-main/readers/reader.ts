import { parentPort, threadId } from 'node:worker_threads';
import { DomainError } from '../failure/domain-error';
import { answer, type Outlet } from './answer';
import { type FromReader, PIECES_AHEAD, readFolders, type ToReader } from './messages';

/** Progress is told no oftener than it can be seen. */
const PROGRESS_EVERY_MS = 40;

/** Ends a reading that nobody wants the rest of. */
const ENOUGH = new Error('no more is wanted');

const port = parentPort;
if (!port) throw new Error('A reader is started by the engine, not by hand.');

// What reads a damaged file may leave a promise of its own behind that fails later; the asker has its answer by then.
process.on('unhandledRejection', () => undefined);

const send = (message: FromReader, memory: readonly ArrayBuffer[] = []): void =>
  port.postMessage(
    message,
    [...new Set(memory)].filter(({ byteLength }) => byteLength > 0),
  );

let ahead = 0;
let enough = false;
let wake = (): void => undefined;

send({ type: 'ready' });
port.on('message', (message: ToReader) => {
  if (message.type === 'ask') void work(message.asked);
  else if (message.type === 'used') ahead -= 1;
  else enough = true;
  wake();
});

function outletOf(): Outlet {
  let told = 0;
  return {
    progress: (done, total) => {
      const now = performance.now();
      if (now - told < PROGRESS_EVERY_MS && done !== total) return;
      told = now;
      send({ type: 'progress', done, total });
    },
    piece: (piece, memory) => {
      ahead += 1;
      send({ type: 'piece', piece }, memory);
    },
    room: async () => {
      // A turn for messages that wait.
      await new Promise<void>((resolve) => setImmediate(resolve));
      while (!enough && ahead >= PIECES_AHEAD) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      if (enough) throw ENOUGH;
    },
  };
}

async function work(asked: Parameters<typeof answer>[0]): Promise<void> {
  [ahead, enough] = [0, false];
  try {
    const { value, memory } = await answer(asked, outletOf(), readFolders(process.pid, threadId));
    send({ type: 'done', value }, memory);
  } catch (error) {
    if (error === ENOUGH) send({ type: 'done', value: null });
    else if (error instanceof DomainError) {
      const { code, message, detail } = error;
      send({ type: 'failed', code, message, detail });
    } else send({ type: 'broken', why: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
