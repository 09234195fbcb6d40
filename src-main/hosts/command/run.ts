import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Reply } from '#contract/define';
import { version } from '../../../package.json';
import { createBackend } from '../../engine/backend';
import type { Backend } from '../../engine/backend-types';
import { pgDoor } from '../../engine/sharing/pg-door';
import { newId } from '../../platform/new-id';
import { expectShortLives } from '../../platform/short-lived';
import { findPlaces, systemUserName } from '../places';
import { printRenewals } from '../print-renewals';
import { withRecovery } from '../recover-offer';
import { findEndpoint } from './describe';
import type { PassphraseSource } from './passphrase';
import { openWith, unlocked } from './unlock';

export type Outcome = Reply;

/** A script of the build: beside command.js, of which this file is a piece or a folder deeper, as the build likes it. */
function built(path: string): string {
  const beside = new URL(path, import.meta.url);
  return fileURLToPath(existsSync(beside) ? beside : new URL(`../${path}`, import.meta.url));
}

/** Runs one channel in this process, with a portfolio open when one is named, and closes the file again. */
export async function runChannel(
  channel: string,
  input: unknown,
  portfolio: string | null,
  source: PassphraseSource,
  seen?: number,
): Promise<Outcome> {
  return withBackend((backend) => answer(backend, channel, input, portfolio, source, seen));
}

export const createCommandBackend = (): Promise<Backend> => {
  expectShortLives();
  return createBackend({
    ...findPlaces(),
    acceptPaths: true,
    readerScript: built('./reader.js'),
    door: pgDoor,
    environment: process.env,
    defaultActor: systemUserName(),
    appVersion: version,
    clock: () => new Date(),
    newId,
    log: (entry) => {
      if (entry.level === 'error') process.stderr.write(`${JSON.stringify(entry)}\n`);
    },
  });
};

/** Works with an engine in this process, and closes what it has open. */
export async function withBackend(work: (backend: Backend) => Promise<Outcome>): Promise<Outcome> {
  const backend = await createCommandBackend();
  backend.subscribe(printRenewals(process.stderr));
  let outcome: Outcome | null = null;
  try {
    outcome = await work(backend);
    return outcome;
  } finally {
    // A damaged file refuses to be closed too; what was answered already says so, and what is to be done.
    await backend.close().catch((error: unknown) => {
      if (outcome?.ok !== false) throw error;
    });
  }
}

/** Of a portfolio that is open: what cannot be read of it says what can be done. */
export const orRecovery = (reply: Outcome, portfolio: string): Outcome =>
  reply.ok ? reply : { ok: false, failure: withRecovery(reply.failure, portfolio) };

async function answer(
  backend: Backend,
  channel: string,
  input: unknown,
  portfolio: string | null,
  source: PassphraseSource,
  seen?: number,
): Promise<Outcome> {
  if (portfolio !== null) {
    const opened = await openWith(backend, portfolio, source);
    if (!opened.ok) return orRecovery(opened, portfolio);
  }
  let reply = await runCancellable(backend, channel, input, seen);
  // Whatever opens a file (a restored one, one that is to be repaired) may find it locked.
  if (!reply.ok && reply.failure.code === 'locked') reply = await unlocked(backend, channel, input, reply, source);
  return portfolio === null ? reply : orRecovery(reply, portfolio);
}

/** Ctrl+C asks work that can be cancelled to stop (it then has written nothing); a second one ends the process. */
async function runCancellable(backend: Backend, channel: string, input: unknown, seen?: number): Promise<Reply> {
  const jobId = jobIdOf(channel, input);
  const interrupted = () => {
    if (jobId !== null) void backend.dispatch('jobs.cancel', { jobId });
  };
  process.once('SIGINT', interrupted);
  try {
    return await backend.dispatch(channel, withJobId(input, jobId), undefined, seen);
  } finally {
    process.off('SIGINT', interrupted);
  }
}

/** The caller's job id, or one of our own where the channel takes one; `null`: this work is no job. */
export function jobIdOf(channel: string, input: unknown): string | null {
  const schema = findEndpoint(channel)?.input;
  if (!(schema instanceof z.ZodObject) || !('jobId' in schema.shape)) return null;
  if (typeof input !== 'object' || input === null) return null;
  return 'jobId' in input && typeof input.jobId === 'string' ? input.jobId : newId();
}

export function withJobId(input: unknown, jobId: string | null): unknown {
  return jobId === null || typeof input !== 'object' ? input : { ...input, jobId };
}
