import { existsSync, mkdirSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { DomainError } from '../failure/domain-error';
import { removeUnfinished } from '../platform/leftovers';
import type { Preferences } from '../platform/preferences';
import { createPortfolio, type FileKey, openPortfolio, rewriteInPlace } from '../store/files';
import { backupsWrittenTo, type ChosenFolder } from '../store/portfolio/backups';
import { findPortfolio, insertPortfolio } from '../store/portfolio/portfolio';
import type { Renewal } from '../store/renewal';
import type { Store } from '../store/store';
import { type Locks, noLocks } from './locks';

export const FILE_EXTENSION = '.modelfolio';

/** Holds the one portfolio that is open. */
export interface Workspace {
  current(): Store | null;
  /** The open portfolio; throws `no_portfolio` where there is none. */
  store(): Store;
  /** @param key what it is encrypted with; left out: it is plain */
  create(path: string, name: string, currency: string, actor: string, key?: FileKey | null): Promise<Store>;
  open(path: string): Promise<Store>;
  /** Writes the file of the open portfolio anew, encrypted with this key or plain, and opens it again. */
  rewrite(key: FileKey | null): Promise<Store>;
  readonly locks: Locks;
  close(): Promise<boolean>;
}

/**
 * @param chosen the folder of backups that the person chose
 * @param follow is told which portfolio is open
 * @param letGo is waited for before a file is closed: nobody else of this program holds it then
 */
export function createWorkspace(
  remember: Preferences['remember'],
  now: () => string,
  chosen: () => ChosenFolder,
  letGo: () => Promise<void> | undefined = () => undefined,
  locks: Locks = noLocks,
  follow: Follow = nobodyFollows,
): Workspace {
  let current: Store | null = null;

  const close = async (): Promise<boolean> => {
    const store = current;
    current = null;
    if (store !== null) await letGo();
    if (store !== null) await follow.closing();
    await store?.close();
    return store !== null;
  };

  const use = async (store: Store, name: string): Promise<Store> => {
    await close();
    current = store;
    await locks.opened(store.key);
    remember(store.path, name, now());
    for (const folder of [dirname(store.path), backupsWrittenTo(store.path, chosen())])
      removeUnfinished(folder, Date.parse(now()));
    await follow.opened(store);
    return store;
  };

  const opened = (path: string): Store => {
    try {
      return openPortfolio(path, now(), (renewal) => follow.renewed?.(path, renewal));
    } catch (error) {
      if (error instanceof DomainError && error.code === 'locked') locks.refused(path);
      throw error;
    } finally {
      follow.renewed?.(path, null);
    }
  };

  const open = async (path: string): Promise<Store> => {
    // The same file again: reopened only after its own connections are closed.
    if (current?.path === path) await close();
    await locks.fetch(path);
    const store = opened(path);
    const portfolio = await findPortfolio(store.read);
    if (!portfolio) {
      await store.close();
      throw new DomainError(
        'bad_file',
        `${basename(path)} holds no portfolio: its creation was interrupted. Delete it and create it again.`,
      );
    }
    // Silence comes while nobody looks: the file is brought up to the day on which it is opened.
    await store.passTime(now()).catch(leaveForLater);
    return use(store, portfolio.name);
  };

  return {
    current: () => current,
    store: () => {
      if (!current) throw noPortfolio();
      return current;
    },
    create: async (path, name, currency, actor, key = null) => {
      const store = createPortfolio(path, now(), key);
      await insertPortfolio(store, { name, currency, actor, at: now() });
      return use(store, name);
    },
    open,
    rewrite: async (key) => {
      const before = current;
      if (before === null) throw noPortfolio();
      await close();
      try {
        rewriteInPlace(before.path, before.key, key);
      } finally {
        await open(before.path);
      }
      return before;
    },
    close,
    locks,
  };
}

/** Who is told which portfolio is open. */
export interface Follow {
  /** An old file is given the structure of this program; `null`: it is over, or there was nothing to do. */
  renewed?(path: string, renewal: Renewal | null): void;
  opened(store: Store): Promise<void>;
  /** Before it is closed. */
  closing(): Promise<void>;
}

const nobodyFollows: Follow = { opened: async () => undefined, closing: async () => undefined };

const noPortfolio = (): DomainError =>
  new DomainError('no_portfolio', 'No portfolio is open. Open one, or create a new one.');

/** Another process that is writing right now brings the file up to date itself, or the next opening does. */
function leaveForLater(error: unknown): void {
  if (!(error instanceof DomainError && error.code === 'busy')) throw error;
}

/** `Acme 2026` → the first free of `Acme 2026.modelfolio`, `Acme 2026 2.modelfolio` … in the folder. */
export function freePath(folder: string, name: string): string {
  mkdirSync(folder, { recursive: true });
  const stem =
    name
      .replace(/[\\/:*?"<>|\p{Cc}]/gu, ' ')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, 80) || 'Portfolio';
  for (let n = 1; ; n += 1) {
    const path = join(folder, `${stem}${n === 1 ? '' : ` ${n}`}${FILE_EXTENSION}`);
    if (!existsSync(path)) return path;
  }
}

export function withExtension(path: string): string {
  return extname(path) === '' ? `${path}${FILE_EXTENSION}` : path;
}

export const placeOf = (path: string): { readonly fileName: string; readonly folder: string } => ({
  fileName: basename(path),
  folder: dirname(path),
});
