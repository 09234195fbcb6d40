import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { EngineEvent } from '#contract/events';
import type { Channel, Input, Output } from '#contract/index';
import { createBackend } from '../engine/backend';
import type { Backend, BackendOptions, LogEntry } from '../engine/backend-types';
import { DomainError } from '../failure/domain-error';
import type { PagePrinter } from '../platform/page-printer';
import type { ReaderLimits } from '../readers/reader-limits';
import { READER } from './build-for-tests';

/** A folder of this test alone, gone when it has finished. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'modelfolio-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestBackend {
  readonly backend: Backend;
  readonly folder: string;
  readonly file: string;
  readonly events: EngineEvent[];
  readonly logged: LogEntry[];
  /** Moves the clock; each call of the engine sees this time. */
  at(instant: string): void;
  /** Calls a channel and throws its failure as a DomainError. */
  call<N extends Channel>(channel: N, input: Input<N>): Promise<Output<N>>;
}

export interface TestBackendOptions {
  readonly folder?: string;
  /** False: no portfolio is created. */
  readonly portfolio?: boolean;
  /** What it counts in; left out: euros. */
  readonly currency?: string;
  /** False: only granted files are taken, as on the desktop. */
  readonly acceptPaths?: boolean;
  /** True: backups are made as on a person's computer; else only those that are asked for, for tests of something else. */
  readonly automaticBackups?: boolean;
  /** Of the readers of files, where a test cannot wait for those that people get. */
  readonly readerLimits?: Partial<ReaderLimits>;
  /** Answers what takes long, beside the engine. */
  readonly aside?: BackendOptions['aside'];
  /** Who keeps keys of encrypted portfolios. */
  readonly keys?: BackendOptions['keys'];
  /** The way to servers of shared portfolios. */
  readonly door?: BackendOptions['door'];
  /** Where a script's passwords are. */
  readonly environment?: BackendOptions['environment'];
  /** What prints pages in place of an installed browser. */
  readonly printPage?: PagePrinter;
}

/** Counted over all engines of a test file: two of them may share a portfolio. */
let ids = 0;

/** A real engine on a real file in a temporary folder; only clock and ids are ours. */
export async function testBackend(options: TestBackendOptions = {}): Promise<TestBackend> {
  const folder = options.folder ?? temporaryFolder();
  const events: EngineEvent[] = [];
  const logged: LogEntry[] = [];
  let now = new Date('2026-11-23T10:00:00.000Z');
  const backend = await createBackend({
    configFolder: join(folder, 'config'),
    portfolioFolder: folder,
    acceptPaths: options.acceptPaths ?? true,
    defaultActor: 'Ada',
    printPage: options.printPage,
    readerScript: READER,
    readerLimits: options.readerLimits,
    aside: options.aside,
    keys: options.keys,
    door: options.door,
    environment: options.environment,
    automaticBackups: options.automaticBackups ?? false,
    appVersion: '0.0.0',
    clock: () => now,
    newId: () => {
      ids += 1;
      return `id${String(ids).padStart(6, '0')}`;
    },
    log: (entry) => logged.push(entry),
  });
  onTestFinished(() => backend.close());
  backend.subscribe((event) => events.push(event));
  const file = join(folder, 'test.modelfolio');
  const call: TestBackend['call'] = async (channel, input) => {
    const reply = await backend.dispatch(channel, input);
    if (!reply.ok) throw new DomainError(reply.failure.code, reply.failure.message, reply.failure.detail);
    return reply.value as never; // dispatch parsed it by the schema of this channel
  };
  if (options.portfolio !== false)
    await call('workspace.create', { name: 'Test', currency: options.currency ?? 'EUR', file });
  return { backend, folder, file, events, logged, call, at: (instant) => (now = new Date(instant)) };
}
