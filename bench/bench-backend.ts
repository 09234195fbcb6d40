import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createBackend } from '../src-main/engine/backend';

/** Built by `run.mjs` beside the benchmark. */
export const READER = fileURLToPath(new URL('../node_modules/.cache/bench/reader.mjs', import.meta.url));

export interface BenchBackend {
  /** What a channel answers; throws its sentence where it refuses. */
  readonly call: (channel: string, input: unknown) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

/** The engine as it runs in the product, in this process, with its files in `folder` and a clock that stands still. */
export async function benchBackend(folder: string, now: string): Promise<BenchBackend> {
  const backend = await createBackend({
    configFolder: join(folder, 'config'),
    portfolioFolder: folder,
    acceptPaths: true,
    readerScript: READER,
    defaultActor: 'bench',
    appVersion: '0',
    clock: () => new Date(now),
    newId: () => crypto.randomUUID(),
    log: () => undefined,
  });
  return {
    call: async (channel, input) => {
      const reply = await backend.dispatch(channel, input);
      if (!reply.ok) throw new Error(`${channel}: ${reply.failure.message}`);
      return reply.value;
    },
    close: () => backend.close(),
  };
}
