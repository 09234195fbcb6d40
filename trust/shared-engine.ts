import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createBackend } from '../src-main/engine/backend';
import type { Backend } from '../src-main/engine/backend-types';
import { pgDoor } from '../src-main/engine/sharing/pg-door';
import { READER } from './work';

export interface SharedEngine {
  readonly backend: Backend;
  /** Throws a failure with its code. */
  call(channel: string, input: unknown): Promise<unknown>;
}

/** The program of one member, with a way to servers. @param environment where their password is */
export async function sharedEngine(folder: string, who: string, environment: NodeJS.ProcessEnv): Promise<SharedEngine> {
  mkdirSync(folder, { recursive: true });
  const backend = await createBackend({
    configFolder: join(folder, 'config'),
    portfolioFolder: folder,
    acceptPaths: true,
    automaticBackups: false,
    defaultActor: who,
    appVersion: '0',
    readerScript: READER,
    door: pgDoor,
    environment,
    clock: () => new Date(),
    newId: () => randomUUID().replaceAll('-', ''),
    log: (entry) => {
      if (entry.level === 'error') process.stderr.write(`${JSON.stringify(entry)}\n`);
    },
  });
  return {
    backend,
    call: async (channel, input) => {
      const reply = await backend.dispatch(channel, input);
      if (reply.ok) return reply.value;
      const { code, message } = reply.failure;
      throw Object.assign(new Error(`${who}, ${channel}: ${message}`), { code });
    },
  };
}
