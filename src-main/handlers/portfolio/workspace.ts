import { existsSync } from 'node:fs';
import { basename, parse } from 'node:path';
import { SAMPLE_NAME, SAMPLE_SEED, samplePortfolio } from '../../../resources/sample/portfolio';
import { changedOutside } from '../../engine/change-events';
import { freePath, placeOf, type Workspace, withExtension } from '../../engine/workspace';
import { DomainError } from '../../failure/domain-error';
import { checkLocale } from '../../platform/check-locale';
import { unlockFile } from '../../store/files';
import { listBackupFiles } from '../../store/portfolio/backups';
import { getPortfolio } from '../../store/portfolio/portfolio';
import type { Store } from '../../store/store';
import type { CommandContext, QueryContext } from '../context';
import type { SubjectHandlers } from '../subject';
import { compareConflict, comparisonWith, conflictPath, conflicts, leaveConflicts } from './conflicts';
import { newKey, rememberKey } from './encryption';
import { makeOfLines } from './from-lines';

interface Opened {
  readonly name: string;
  readonly currency: string;
  readonly fileName: string;
  readonly folder: string;
  readonly readOnly: boolean;
  readonly encrypted: boolean;
}

async function describe(store: Store): Promise<Opened> {
  const { name, currency } = await getPortfolio(store.read);
  return { name, currency, ...placeOf(store.path), readOnly: store.readOnly, encrypted: store.key !== null };
}

async function keepAt(path: string, { store }: CommandContext): Promise<void> {
  if (existsSync(path))
    throw new DomainError('conflict', `${basename(path)} exists already and was not overwritten. Choose another name.`);
  await store.copyTo(path);
}

/** Beside where the portfolio lay, or in the host's folder where that is gone with its disk. */
function keptPath({ store, now, portfolioFolder }: CommandContext): string {
  const { dir, name } = parse(store.path);
  return freePath(existsSync(dir) ? dir : portfolioFolder, `${name} (kept ${now.slice(0, 10)})`);
}

export async function opened(store: Store, context: CommandContext): Promise<Opened> {
  context.publish(changedOutside('workspace', 'preferences'));
  return describe(store);
}

function locked({ locks }: Workspace) {
  const waiting = locks.waiting();
  return waiting && { file: waiting.file, ...placeOf(waiting.path), keyLost: waiting.lost };
}

function recents(context: QueryContext) {
  return context.preferences
    .recents()
    .map(({ id, name, path, openedAt, present }) => ({ id, name, openedAt, present, ...placeOf(path) }));
}

export const workspace: SubjectHandlers<'workspace'> = {
  status: async (_input, context) => {
    const store = context.workspace.current();
    return {
      portfolio: store
        ? { ...(await describe(store)), place: store.place(), damaged: [...context.damageOf(store)] }
        : null,
      locked: locked(context.workspace),
      keyStore: (await context.keys({ do: 'look', head: '' })).system,
      recents: recents(context),
      appVersion: context.appVersion,
      yourName: context.actor,
      forms: context.preferences.forms(),
    };
  },
  create: async ({ name, currency, file, passphrase, remember }, context) => {
    const path =
      file === undefined ? freePath(context.portfolioFolder, name) : withExtension(context.files.resolve(file));
    const key = passphrase === undefined ? null : await newKey(passphrase);
    const store = await context.workspace.create(path, name, currency, context.actor, key);
    await rememberKey(context, store, remember);
    return opened(store, context);
  },
  fromLines: ({ lines, file, passphrase, remember, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const placeFor = (name: string): string =>
        file === undefined ? freePath(context.portfolioFolder, name) : withExtension(context.files.resolve(file));
      const key = passphrase === undefined ? null : await newKey(passphrase);
      const { path, entries, head, rows } = await makeOfLines({ lines, placeFor }, key, context, job);
      const store = await context.workspace.open(path);
      await rememberKey(context, store, remember);
      return { ...(await opened(store, context)), entries, head, rows };
    }),
  sample: ({ file, day, seed = SAMPLE_SEED, jobId }, context) =>
    context.jobs.run(jobId, async (job) => {
      const today = context.now.slice(0, 10);
      if (day !== undefined && day > today)
        throw new DomainError('invalid_input', `Day: ${day} lies in the future. Give today or an earlier day.`);
      const path =
        file === undefined
          ? freePath(context.portfolioFolder, SAMPLE_NAME)
          : withExtension(context.files.resolve(file));
      await context.compose(path, samplePortfolio(day ?? today, seed), job);
      return opened(await context.workspace.open(path), context);
    }),
  open: async ({ file }, context) => opened(await context.workspace.open(context.files.resolve(file)), context),
  openRecent: async ({ id }, context) => {
    const recent = context.preferences.recents().find((known) => known.id === id);
    if (!recent)
      throw new DomainError(
        'not_found',
        'This portfolio is not among the recent ones any more. Open it from its folder.',
      );
    return opened(await context.workspace.open(recent.path), context);
  },
  unlock: async ({ passphrase, remember }, context) => {
    const waiting = context.workspace.locks.waiting();
    if (waiting === null)
      throw new DomainError('not_found', 'No portfolio waits for its passphrase any more. Open it once more.');
    const { folder } = context.preferences.backupRule();
    await unlockFile(
      waiting.path,
      passphrase,
      listBackupFiles(waiting.path, folder).map(({ path }) => path),
    );
    const store = await context.workspace.open(waiting.path);
    await rememberKey(context, store, remember);
    return opened(store, context);
  },
  leaveLocked: (_input, context) => {
    const left = context.workspace.locks.waiting() === null ? 0 : 1;
    context.workspace.locks.settled();
    if (left > 0) context.publish(changedOutside('workspace'));
    return { left };
  },
  forgetRecent: ({ id }, context) => {
    const forgotten = context.preferences.forget(id) ? 1 : 0;
    context.publish(changedOutside('preferences'));
    return { forgotten };
  },
  compareReplaced: async (_input, context) => {
    const store = context.workspace.store();
    if (store.place() !== 'replaced') return { comparison: null };
    return { comparison: await comparisonWith(store.read, store.path) };
  },
  conflicts: (_input, context) => conflicts(context),
  compareConflict,
  leaveConflicts: (_input, context) => leaveConflicts(context),
  openConflict: async ({ id }, context) =>
    opened(await context.workspace.open(await conflictPath(id, context)), context),
  keepCopy: async ({ file }, context) => {
    const path = file === undefined ? keptPath(context) : withExtension(context.files.resolve(file));
    await keepAt(path, context);
    return opened(await context.workspace.open(path), context);
  },
  openReplacement: async (_input, context) => {
    const { path } = context.store;
    if (context.store.place() === 'gone')
      throw new DomainError(
        'conflict',
        `Nothing lies under ${basename(path)} any more. Keep your copy under another name.`,
      );
    const kept = keptPath(context);
    await keepAt(kept, context);
    const replacement = await opened(await context.workspace.open(path), context);
    return { opened: replacement, kept: basename(kept) };
  },
  close: async (_input, context) => {
    const key = context.workspace.current()?.key ?? null;
    const closed = await context.workspace.close();
    if (closed) await context.workspace.locks.closed(key);
    if (closed) context.publish(changedOutside('workspace'));
    return { closed };
  },
  setForms: ({ locale }, context) => {
    if (locale !== null) checkLocale(locale);
    context.preferences.setForms(locale);
    context.publish(changedOutside('preferences'));
    return { forms: locale };
  },
  setYourName: ({ name }, context) => {
    context.preferences.setYourName(name);
    context.publish(changedOutside('preferences'));
    return { yourName: name };
  },
};
