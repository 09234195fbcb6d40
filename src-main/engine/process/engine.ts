import { fileURLToPath } from 'node:url';
import { hostPrinter } from '../../platform/host-printer';
import { keptByHost } from '../../platform/kept-by-host';
import { removeHeldFolders } from '../../platform/leftovers';
import { newId } from '../../platform/new-id';
import { expectShortLives } from '../../platform/short-lived';
import { createAsideThread } from '../aside/aside-thread';
import { createBackend } from '../backend';
import type { LogEntry } from '../backend-types';
import { pgDoor } from '../sharing/pg-door';
import { readEngineOptions } from './engine-options';
import { openEnginePort } from './engine-port';
import { serveEngine } from './engine-service';

/** One JSON line an entry on standard error; 'info' stays silent unless asked for. */
function log(entry: LogEntry): void {
  if (entry.level === 'info' && process.env.MODELFOLIO_LOG !== 'info') return;
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}

/** The build's own folder: this file is out/main/engine.js. */
const built = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

async function main(): Promise<void> {
  expectShortLives();
  // Ctrl+C reaches every process of the terminal; the engine ends when its host says so.
  process.on('SIGINT', () => undefined);
  // A reader of a damaged file may leave a promise of its own behind that fails later. The call that asked for the file has
  // its answer, and every change is one transaction: the portfolio and all other calls go on.
  process.on('unhandledRejection', (error) => {
    log({ level: 'error', event: 'left behind', error: error instanceof Error ? error.stack : String(error) });
  });
  removeHeldFolders(Date.now());
  const port = openEnginePort();
  const options = readEngineOptions(process.argv[2]);
  const backend = await createBackend({
    ...options,
    acceptPaths: false,
    readerScript: built('./reader.js'),
    clock: () => new Date(),
    newId,
    log,
    aside: createAsideThread(
      new URL('./aside.js', import.meta.url),
      { ...options, readerScript: built('./reader.js') },
      log,
    ),
    keys: keptByHost(port),
    door: pgDoor,
    printPage: port.hostPrints ? hostPrinter(port) : undefined,
  });
  process.once('SIGTERM', () => void backend.close().finally(() => process.exit(0)));
  await serveEngine(port, backend);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    log({ level: 'error', event: 'engine.failed', message: error instanceof Error ? error.stack : String(error) });
    process.exit(1);
  },
);
