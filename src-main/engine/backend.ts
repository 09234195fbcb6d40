import type { Did, Reply } from '#contract/define';
import type { EngineEvent } from '#contract/events';
import { contract, type Input, type Output, type QueryChannel } from '#contract/index';
import { saysDamaged } from '#domain/base/damaged-file';
import { formsOf, wellFormedLocale } from '#domain/base/forms';
import { DomainError } from '../failure/domain-error';
import type { CommandContext } from '../handlers/context';
import { handlers } from '../handlers/index';
import { createJobList } from '../jobs/job-list';
import { browserPrinter } from '../platform/browser-printer';
import { createFiles } from '../platform/files';
import { createPreferences } from '../platform/preferences';
import { signingKey } from '../platform/signing-key';
import { createReaders } from '../readers/readers';
import { createDispatch, type DispatchOptions, endpointOf } from '../rpc/dispatch';
import { inForms } from '../rpc/said';
import type { FilePlace } from '../store/store';
import { noteReads, traced } from '../store/trace/trace';
import { createAutomaticBackups } from './automatic-backups';
import type { Backend, BackendOptions } from './backend-types';
import { createBesideWatch } from './beside-watch';
import { changedEvent, changedOutside, everythingChanged, type OutsideSource } from './change-events';
import { compose, type Scene } from './compose';
import { createDailyRound } from './daily-round';
import { createDamageWatch } from './damage-watch';
import { createIdleRound } from './idle-round';
import { toldEntry } from './told-entry';
import { createWorkspace } from './workspace';

const WORKSPACE: readonly OutsideSource[] = ['workspace'];
const PREFERENCES: readonly OutsideSource[] = ['preferences'];
const BACKUPS: readonly OutsideSource[] = ['backups'];

/** How often the engine looks whether another process wrote to the open file. */
const WATCH_MS = 1_000;

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
    log: (why) => options.log({ level: 'warn', event: 'reader.broken', why }),
    limits: options.readerLimits,
  });
  const printPage = options.printPage ?? browserPrinter();
  const jobs = createJobList(publish, () => options.clock().getTime());
  // A script's files are not what a person wants to find again.
  const remember = options.acceptPaths ? () => undefined : preferences.remember;
  const workspace = createWorkspace(remember, now, () => preferences.backupRule().folder);
  const backups = createAutomaticBackups(
    () => ({ ...preferences.backupRule(), ...(options.automaticBackups === false && { automatic: false }) }),
    () => publish(changedOutside('backups')),
    options.log,
  );
  const actor = (): string => preferences.yourName() || options.defaultActor;

  const here = (at = now()): Scene => ({
    workspace,
    at,
    actor: actor(),
    newId: options.newId,
    publish,
    bulk: false,
  });

  /**
   * One context for both kinds: what a query may not touch is missing from its type. Taking something out of it that may be
   * another one tomorrow is noted as read.
   */
  const contextFor = (channel: string, scene: Scene, written: Did[]): CommandContext => {
    return {
      get read() {
        return scene.moment ?? this.workspace.store().read;
      },
      get store() {
        return this.workspace.store();
      },
      get workspace() {
        noteReads(WORKSPACE);
        return scene.workspace;
      },
      get preferences() {
        noteReads(PREFERENCES);
        return preferences;
      },
      get actor() {
        noteReads(PREFERENCES);
        return scene.actor;
      },
      files,
      readers,
      jobs,
      appVersion: options.appVersion,
      now: scene.at,
      newId: scene.newId,
      portfolioFolder: options.portfolioFolder,
      printPage,
      signing: () => signingKey(options.configFolder),
      publish: scene.publish,
      ask: (name, input) => ask(name, input, scene),
      atOneMoment: (work) =>
        scene.workspace.store().snapshot((moment) => work(contextFor(channel, { ...scene, moment }, written))),
      compose: (path, composition, job) => compose(dispatchIn, path, composition, job),
      damageOf: damage.of,
      backupFailure() {
        noteReads(BACKUPS);
        return backups.failure(this.workspace.store().path);
      },
      write: async (work, { bulk = scene.bulk, keep } = {}) => {
        const { actor, at, newId } = scene;
        if (keep && !scene.bulk) await backups.keep(scene.workspace.store(), keep, at);
        const request = { channel, actor, at, newId, bulk, unsynced: scene.bulk };
        const result = await scene.workspace.store().write(request, work);
        if (result.entry) {
          const { seq, label, undoable } = result.entry;
          written.push({ seq, label, undoable });
          scene.publish(changedEvent(result, result.entry));
        }
        return result.value;
      },
    };
  };

  const answerIn =
    (scene: () => Scene): DispatchOptions['answer'] =>
    async (channel, { kind }, handle) => {
      const written: Did[] = [];
      const { value: output, reads } = await traced(() => handle(contextFor(channel, scene(), written)));
      if (kind === 'query') return { output, reads };
      const did = toldEntry(written);
      return { output, ...(did && { did }) };
    };

  const wiring = { contract, handlers, log: options.log, now: () => performance.now() };
  const dispatch = createDispatch({ ...wiring, answer: answerIn(here) });
  const dispatchIn = (scene: Scene, channel: string, input: unknown): Promise<Reply> =>
    createDispatch({ ...wiring, answer: answerIn(() => scene) })(channel, input);
  async function ask<N extends QueryChannel>(name: N, input: Input<N>, scene: Scene): Promise<Output<N>> {
    const reply = await dispatchIn(scene, name, input);
    if (!reply.ok) throw new DomainError(reply.failure.code, reply.failure.message, reply.failure.detail);
    return reply.value as Output<N>; // dispatch parsed it by the schema of this channel
  }
  const dailyRound = createDailyRound(workspace, publish, options.log, now());
  const damage = createDamageWatch(() => publish(changedOutside('workspace')), options.log);
  const idleRound = createIdleRound(workspace, async (store) => {
    // A damaged portfolio is not copied over good backups.
    if (await damage.isWhole(store)) await backups.keep(store, 'daily', now());
  });
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
  }, WATCH_MS);
  watcher.unref();

  return Promise.resolve({
    dispatch: async (channel, input, language) => {
      idleRound.used(performance.now());
      const reply = await dispatch(channel, input);
      const store = workspace.current();
      if (store !== null && !reply.ok && saysDamaged(reply.failure.detail)) {
        // Where the damage lies is looked for at once, and not when nobody asks for anything.
        damage.doubt(store);
        idleRound.soon();
      }
      if (language === undefined) return reply;
      return inForms(endpointOf(contract, channel), reply, formsOf(wellFormedLocale(preferences.forms() ?? language)));
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
      await files.removeHeld();
    },
  });
}
