import type { Did } from '#contract/define';
import type { Input, Output, QueryChannel } from '#contract/index';
import type { CommandContext, WriteOptions } from '../handlers/context';
import { noteReport } from '../handlers/reports/note-report';
import type { JobList } from '../jobs/job-list';
import type { Files } from '../platform/files';
import type { KeyKeeper } from '../platform/key-keeper';
import type { PagePrinter } from '../platform/page-printer';
import type { Preferences } from '../platform/preferences';
import type { Readers } from '../readers/readers';
import type { WriteHandle, Written } from '../store/journal/handle';
import type { Store, WriteRequest } from '../store/store';
import { noteReads } from '../store/trace/trace';
import type { BackupFailure } from './automatic-backups';
import type { OutsideSource } from './change-events';
import type { Scene } from './compose';
import type { SharingDesk } from './sharing/desk';

const WORKSPACE: readonly OutsideSource[] = ['workspace'];
const PREFERENCES: readonly OutsideSource[] = ['preferences'];
const BACKUPS: readonly OutsideSource[] = ['backups'];
const SHARING: readonly OutsideSource[] = ['sharing'];

/** What contexts are made of: the engine has all of it, a thread that only reads has some of it from the engine. */
export interface ContextParts {
  readonly preferences: () => Preferences;
  readonly files: Files;
  readonly readers: Readers;
  readonly jobs: JobList;
  readonly keys: KeyKeeper;
  readonly sharing: SharingDesk;
  readonly appVersion: string;
  readonly portfolioFolder: string;
  readonly printPage: PagePrinter;
  readonly signing: CommandContext['signing'];
  readonly damageOf: (store: Store) => readonly string[];
  readonly backupFailure: (path: string) => BackupFailure | null;
  readonly compose: CommandContext['compose'];
  /** Left out: reports are noted by `write`, as everything is. */
  readonly noteReport?: CommandContext['noteReport'];
  ask<N extends QueryChannel>(name: N, input: Input<N>, scene: Scene): Promise<Output<N>>;
  write<T>(
    request: WriteRequest,
    scene: Scene,
    written: Did[],
    work: (write: WriteHandle) => Promise<Written<T>>,
    options: WriteOptions,
  ): Promise<T>;
}

export type ContextFor = (channel: string, scene: Scene, written: Did[]) => CommandContext;

/**
 * One context for both kinds of channel: what a query may not touch is missing from its type. Taking something out of it that
 * may be another one tomorrow is noted as read.
 */
export function contextMaker(parts: ContextParts): ContextFor {
  const { files, readers, jobs, keys, appVersion, portfolioFolder, printPage, signing, compose } = parts;
  const contextFor: ContextFor = (channel, scene, written) => {
    const context: CommandContext = {
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
        return parts.preferences();
      },
      get actor() {
        noteReads(PREFERENCES);
        return scene.actor;
      },
      get sharing() {
        noteReads(SHARING);
        return parts.sharing;
      },
      ...{ files, readers, jobs, keys, appVersion, portfolioFolder, printPage, signing, compose },
      now: scene.at,
      newId: scene.newId,
      publish: scene.publish,
      ask: (name, input) => parts.ask(name, input, scene),
      atOneMoment: (work) =>
        scene.workspace.store().snapshot((moment) => work(contextFor(channel, { ...scene, moment }, written))),
      damageOf: parts.damageOf,
      backupFailure() {
        noteReads(BACKUPS);
        return parts.backupFailure(this.workspace.store().path);
      },
      write: (work, options = {}) => {
        const { actor, at, newId, seen, asked } = scene;
        const { bulk = scene.bulk } = options;
        const request = { channel, actor, at, newId, seen, asked, bulk, unsynced: scene.bulk };
        return parts.write(request, scene, written, work, options);
      },
      noteReport: (note) => (parts.noteReport ? parts.noteReport(note) : noteReport(context, note)),
    };
    return context;
  };
  return contextFor;
}
