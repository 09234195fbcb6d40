import type { Reply } from '#contract/define';
import { contract } from '#contract/index';
import { formsOf, wellFormedLocale } from '#domain/base/forms';
import { DomainError } from '../../failure/domain-error';
import type { ReportNote } from '../../handlers/reports/report-note';
import { createJobList, type JobList } from '../../jobs/job-list';
import { createFiles } from '../../platform/files';
import { keepsNoKeys } from '../../platform/key-keeper';
import { newId } from '../../platform/new-id';
import type { PagePrinter } from '../../platform/page-printer';
import { createPreferences, type Preferences } from '../../platform/preferences';
import { signingKey } from '../../platform/signing-key';
import { createReaders, type Readers } from '../../readers/readers';
import { endpointOf } from '../../rpc/dispatch';
import { inForms } from '../../rpc/said';
import { readBesides } from '../../store/files';
import { keepBeside } from '../../store/kept/keep-beside';
import type { Store } from '../../store/store';
import { createAnswering } from '../answering';
import type { LogEntry } from '../backend-types';
import type { DispatchIn, Scene } from '../compose';
import { noLocks } from '../locks';
import { noSharing } from '../sharing/desk';
import type { Workspace } from '../workspace';
import type { AsideCall, AsideOptions } from './aside-port';

export interface AsideEngine {
  answer(call: AsideCall, note: (note: ReportNote) => Promise<void>): Promise<Reply>;
  cancel(jobId: string): void;
  /** Ends what is running, and lets the file go. */
  release(): Promise<void>;
}

export interface AsideEngineOptions extends AsideOptions {
  readonly publish: Scene['publish'];
  readonly print: PagePrinter;
  readonly log: (entry: LogEntry) => void;
}

const refuse = (): never => {
  throw new DomainError(
    'internal',
    'This was asked of a part of Modelfolio that only reads. Report it; nothing was changed.',
  );
};

/** The same answers as the engine's, from a connection of its own that only reads. */
export function createAsideEngine(options: AsideEngineOptions): AsideEngine {
  const { publish, print, log } = options;
  const jobs = createJobList(publish, Date.now);
  const readers = createReaders({
    script: options.readerScript,
    log: (why) => log({ level: 'warn', event: 'reader.broken', why }),
  });
  let store: Store | null = null;
  let running = 0;
  let idle: (() => void) | null = null;

  const storeOf = async ({ path, key, at }: AsideCall): Promise<Store> => {
    if (store !== null && store.path !== path) await release();
    if (store === null) {
      store = readBesides(path, key);
      keepBeside(store, options.configFolder, options.appVersion, at);
    }
    return store;
  };
  const release = async (): Promise<void> => {
    jobs.cancelAll();
    if (running > 0) await new Promise<void>((resolve) => (idle = resolve));
    await store?.close();
    store = null;
  };

  return {
    cancel: (jobId) => void jobs.cancel(jobId),
    release,
    answer: async (call, note) => {
      const own = await storeOf(call);
      running += 1;
      try {
        // They lie in a small file that the engine has written before it told anybody.
        const preferences = createPreferences(options.configFolder);
        const reply = await answering(options, { call, jobs, readers, preferences, note, print, log })(
          sceneOf(call, own, publish),
          call.channel,
          call.input,
        );
        if (call.language === undefined) return reply;
        const forms = formsOf(wellFormedLocale(preferences.forms() ?? call.language));
        return inForms(endpointOf(contract, call.channel), reply, forms);
      } finally {
        running -= 1;
        if (running === 0) idle?.();
        idle = running === 0 ? null : idle;
      }
    },
  };
}

interface Own {
  readonly call: AsideCall;
  readonly jobs: JobList;
  readonly readers: Readers;
  readonly preferences: Preferences;
  readonly note: (note: ReportNote) => Promise<void>;
  readonly print: PagePrinter;
  readonly log: (entry: LogEntry) => void;
}

/** Refuses whatever the engine has not let in for a call. */
const NO_FILES = createFiles(false);

const answering = (
  { appVersion, configFolder, portfolioFolder }: AsideOptions,
  { call, jobs, readers, preferences, note, print, log }: Own,
): DispatchIn =>
  createAnswering(
    {
      ...{ appVersion, portfolioFolder, jobs, keys: keepsNoKeys, sharing: noSharing(refuse) },
      preferences: () => preferences,
      files: { ...NO_FILES, resolve: (token) => call.files[token] ?? NO_FILES.resolve(token) },
      printPage: print,
      readers,
      signing: () => signingKey(configFolder),
      // The engine answers by itself what tells of damage and of backups.
      damageOf: () => [],
      backupFailure: () => null,
      compose: refuse,
      write: refuse,
      noteReport: note,
    },
    log,
  ).dispatchIn;

function sceneOf(call: AsideCall, store: Store, publish: Scene['publish']): Scene {
  const workspace: Workspace = {
    current: () => store,
    store: () => store,
    create: refuse,
    open: refuse,
    rewrite: refuse,
    close: refuse,
    locks: noLocks,
  };
  return { workspace, at: call.at, actor: call.actor, newId, publish, bulk: false };
}
