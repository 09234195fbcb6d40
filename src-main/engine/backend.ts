import type { Did, Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import { contract, type Output } from '#contract/index';
import { saysDamaged } from '#domain/base/damaged-file';
import { formsOf, wellFormedLocale } from '#domain/base/forms';
import { createJobList, type JobList } from '../jobs/job-list';
import { browserPrinter } from '../platform/browser-printer';
import { createFiles } from '../platform/files';
import { keepsNoKeys } from '../platform/key-keeper';
import { createPreferences, type Preferences } from '../platform/preferences';
import { signingKey } from '../platform/signing-key';
import { createReaders } from '../readers/readers';
import { endpointOf } from '../rpc/dispatch';
import { framed, replyOf } from '../rpc/reply-bytes';
import { inForms } from '../rpc/said';
import { keepBeside } from '../store/kept/keep-beside';
import type { FilePlace, Store } from '../store/store';
import { type Answering, createAnswering } from './answering';
import { isReadAside } from './aside/read-aside';
import { createAutomaticBackups } from './automatic-backups';
import type { Backend, BackendOptions } from './backend-types';
import { createBesideWatch } from './beside-watch';
import { changedEvent, changedOutside, everythingChanged } from './change-events';
import { compose, type Scene } from './compose';
import { createDailyRound } from './daily-round';
import { createDamageWatch } from './damage-watch';
import { createIdleRound } from './idle-round';
import { keepIds } from './kept-ids';
import { createLocks } from './locks';
import { createRefreshRound } from './refresh-round';
import { createSharing } from './sharing/create-sharing';
import { tellRenewals } from './tell-renewals';
import { toldEntry } from './told-entry';
import { createWorkspace } from './workspace';

/** How often the engine looks whether another process wrote to the open file. */
const WATCH_MS = 1_000;

const isReadable = (store: Store): boolean => store.place() === 'here' && !store.isElsewhere();

/** The whole engine without a wire: the same for every host and for tests. */
export function createBackend(options: BackendOptions): Promise<Backend> {
  const listeners = new Set<(event: EngineEvent) => void>();
  const publish = (event: EngineEvent): void => {
    for (const listener of listeners) listener(event);
  };
  const now = (): string => options.clock().toISOString();
  const preferences = createPreferences(options.configFolder);
  const files = createFiles(options.acceptPaths);
  const readers = createReaders({
    script: options.readerScript,
    log: (why) => options.log({ level: 'warn', event: 'aside.broken', why }),
    limits: options.readerLimits,
  });
  const printPage = options.printPage ?? browserPrinter();
  const keys = options.keys ?? keepsNoKeys;
  const ownJobs = createJobList(publish, () => options.clock().getTime());
  const jobs: JobList = { ...ownJobs, cancel: (jobId) => ownJobs.cancel(jobId) || aside?.cancel(jobId) === true };
  const remember: Preferences['remember'] = (path, name, at) => {
    const store = workspace.current();
    if (store) keepBeside(store, options.configFolder, options.appVersion, at);
    // A script's files are not what a person wants to find again.
    if (!options.acceptPaths) preferences.remember(path, name, at);
  };
  const aside =
    options.aside?.({
      publish,
      print: printPage,
      note: async ({ channel, at, actor: by }, note) => {
        const written: Did[] = [];
        await contextFor(channel, { ...here(at), actor: by }, written).noteReport(note);
        return toldEntry(written) ?? null;
      },
    }) ?? null;
  const workspace = createWorkspace(
    remember,
    now,
    () => preferences.backupRule().folder,
    () => aside?.release(),
    createLocks(keys, files.grant, () => publish(changedOutside('workspace'))),
    {
      opened: (store) => sharing.follow.opened(store),
      closing: () => sharing.follow.closing(),
      renewed: tellRenewals(publish),
    },
  );
  const backups = createAutomaticBackups(
    () => ({ ...preferences.backupRule(), ...(options.automaticBackups === false && { automatic: false }) }),
    () => publish(changedOutside('backups')),
    options.log,
  );
  const othersLetGo = (): Promise<boolean> => aside?.rest() ?? Promise.resolve(true);
  // Entries of a shared portfolio are signed with the name that its server knows.
  const actor = (): string => sharing.signs() ?? (preferences.yourName() || options.defaultActor);

  const here = (at = now()): Scene => ({
    workspace,
    at,
    actor: actor(),
    newId: options.newId,
    publish,
    bulk: false,
    shares: sharing.signs() !== null,
  });
  const sharing = createSharing(options, {
    ...{ keys, now, publish, log: options.log, workspace: () => workspace },
    give: ({ channel, input, ids, id, at, seen, had, unanswered }) => {
      const kept = keepIds(options.newId, ids);
      const asked = { channel, input, kept, again: id, had, unanswered };
      return dispatchIn({ ...here(at), newId: kept.newId, seen, asked }, channel, input);
    },
  });

  const damage = createDamageWatch(() => publish(changedOutside('workspace')), options.log);
  const { dispatchIn, contextFor }: Answering = createAnswering(
    {
      ...{ preferences: () => preferences, files, readers, jobs, keys, appVersion: options.appVersion, printPage },
      sharing: sharing.desk,
      portfolioFolder: options.portfolioFolder,
      signing: () => signingKey(options.configFolder),
      damageOf: damage.of,
      backupFailure: backups.failure,
      compose: (path, composition, job) => compose(dispatchIn, path, composition, job),
      write: async (request, scene, written, work, { keep, adds }) => {
        if (keep && !scene.bulk) await backups.keep(scene.workspace.store(), keep, scene.at);
        const straight = adds !== undefined && { straight: { adds, othersLetGo } };
        const result = await scene.workspace
          .store()
          .write({ ...request, ...straight }, work)
          .catch((error: unknown) => {
            throw sharing.advised(error);
          });
        if (result.entry) {
          const { seq, label, undoable } = result.entry;
          written.push({ seq, label, undoable });
          scene.publish(changedEvent(result, result.entry));
        }
        return result.value;
      },
    },
    options.log,
  );
  const dailyRound = createDailyRound(workspace, publish, options.log, now());
  const idleRound = createIdleRound(workspace, async (store) => {
    // A damaged portfolio is not copied over good backups.
    if (await damage.isWhole(store)) await backups.keep(store, 'daily', now());
  });
  const refreshRound = createRefreshRound(
    workspace,
    async () => {
      const reply = await dispatchIn(here(), 'connections.list', {});
      return reply.ok ? (reply.value as Output<'connections.list'>).connections : []; // the reply of that channel
    },
    (id) => dispatchIn(here(), 'connections.preview', { id }),
  );
  let knownPlace: FilePlace = 'here';
  const beside = createBesideWatch();
  const watcher = setInterval(() => {
    const store = workspace.current();
    if (store?.changedElsewhere()) publish(everythingChanged);
    const place = store?.place() ?? 'here';
    if (place !== knownPlace) publish(changedOutside('workspace'));
    knownPlace = place;
    if (beside.changed(store?.path ?? null)) publish(changedOutside('workspace'));
    dailyRound(now());
    idleRound.tick(performance.now());
    // A script asks for what it wants.
    if (!options.acceptPaths) refreshRound.tick(options.clock().getTime());
  }, WATCH_MS);
  watcher.unref();

  /** Of a reply that tells of damage, where it lies is looked for at once, and not when nobody asks for anything. */
  const lookAt = (reply: Reply, store: Store | null): void => {
    if (store === null || reply.ok || !saysDamaged(reply.failure.detail)) return;
    damage.doubt(store);
    idleRound.soon();
  };
  const answerHere = async (channel: string, input: unknown, language?: string, seen?: number): Promise<Reply> => {
    const reply = await dispatchIn({ ...here(), ...(seen !== undefined && { seen }) }, channel, input);
    lookAt(reply, workspace.current());
    if (language === undefined) return reply;
    return inForms(endpointOf(contract, channel), reply, formsOf(wellFormedLocale(preferences.forms() ?? language)));
  };
  const answer: Backend['answer'] = async (channel, input, language, seen) => {
    idleRound.used(performance.now());
    const store = workspace.current();
    // What is held in memory because its disk may not be written, whose file was taken away, or is being written past its log, is
    // read where it is held.
    if (aside === null || store === null || !isReadAside(channel) || store.readOnly || !isReadable(store))
      return framed(await answerHere(channel, input, language, seen));
    const call = { channel, input, language, at: now(), actor: actor(), path: store.path, key: store.key };
    const answered = await aside.answer({ ...call, files: files.grantedIn(input) });
    if (answered === null) return framed(await answerHere(channel, input, language));
    if (!(answered instanceof Uint8Array)) lookAt(answered, store);
    return answered;
  };

  return Promise.resolve({
    answer,
    dispatch: async (channel, input, language, seen) => {
      const answered = await answer(channel, input, language, seen);
      return replyOf(answered);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    grantFile: files.grant,
    close: async () => {
      clearInterval(watcher);
      jobs.cancelAll();
      readers.close();
      await workspace.close();
      await aside?.close();
      await files.removeHeld();
    },
  });
}
