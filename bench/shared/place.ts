import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { startPostgres, type TestServer } from '../../src-main/central/testing/postgres';
import { createBackend } from '../../src-main/engine/backend';
import { pgDoor } from '../../src-main/engine/sharing/pg-door';

const READER = fileURLToPath(new URL('../../node_modules/.cache/bench/reader.mjs', import.meta.url));

/** A server of its own and a folder for everybody's copies. */
export interface Place {
  readonly folder: string;
  readonly server: TestServer;
  remove(): Promise<void>;
}

export async function makePlace(): Promise<Place> {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-bench-shared-'));
  // As a small server has it; synced commits are the default.
  const server = await startPostgres();
  await server.stop('fast');
  await server.start(['max_connections=100', 'shared_buffers=256MB', 'max_wal_size=4GB']);
  return {
    folder,
    server,
    remove: async () => {
      await server.remove();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export interface Program {
  call(channel: string, input: unknown): Promise<unknown>;
  close(): Promise<void>;
}

/** The program of one member, on the clock of the machine. */
export async function openProgram(folder: string, who: string): Promise<Program> {
  mkdirSync(folder, { recursive: true });
  const backend = await createBackend({
    ...{ configFolder: join(folder, 'config'), portfolioFolder: folder, acceptPaths: true, automaticBackups: false },
    ...{ defaultActor: who, appVersion: '0', readerScript: READER, door: pgDoor },
    environment: { ...process.env, PGPASSWORD: passwordOf(who) },
    clock: () => new Date(),
    newId: () => crypto.randomUUID(),
    log: ({ level, event, error }) => {
      if (level === 'error') process.stderr.write(`${who}: ${event} ${error ?? ''}\n`);
    },
  });
  return {
    call: async (channel, input) => {
      const reply = await backend.dispatch(channel, input);
      if (!reply.ok) throw new Error(`${who}, ${channel}: ${reply.failure.message}`);
      return reply.value;
    },
    close: () => backend.close(),
  };
}

export const userOf = (who: string): string => who.toLowerCase();
export const passwordOf = (who: string): string => `password of ${userOf(who)}`;
export const addressOf = (port: number, who: string) => ({
  ...{ host: '127.0.0.1', port, database: 'postgres', user: userOf(who) },
});

/** How many processes wanted a processor in the last minute. */
export const loadWords = (): string => `load ${(loadavg()[0] ?? 0).toFixed(1)}`;
