import type { KeyKeeper } from '../platform/key-keeper';
import { encryptedHeadOf, type FileKey, forgetKeys, knownKey, takeKey } from '../store/files';

/** A portfolio that somebody wants to open and that is locked. */
export interface LockedFile {
  readonly path: string;
  /** As a *file* field names it. */
  readonly file: string;
  /** Its key was remembered on this computer, and the system does not give it back. */
  readonly lost: boolean;
}

/** Which keys are held for whom, beside the store that uses them. */
export interface Locks {
  /** Asks whoever keeps keys for that of a file which is about to be opened. */
  fetch(path: string): Promise<void>;
  /** It is locked after all: whoever opened it is asked for the passphrase. */
  refused(path: string): void;
  waiting(): LockedFile | null;
  /** Nobody waits any more: it is open, or it is left. */
  settled(): void;
  /** One portfolio is open with this key (`null`: it is plain); no other stays unlocked. */
  opened(key: FileKey | null): Promise<void>;
  /** It was closed by whoever had it open, and is locked. */
  closed(key: FileKey | null): Promise<void>;
}

/** @param changed somebody waits for a passphrase who did not, or other files are open than before */
export function createLocks(keys: KeyKeeper, grant: (path: string) => string, changed: () => void): Locks {
  let waiting: LockedFile | null = null;
  const lost = new Set<string>();
  return {
    fetch: async (path) => {
      lost.delete(path);
      const head = encryptedHeadOf(path)?.toString('hex');
      if (head === undefined || knownKey(head) !== null) return;
      const kept = await keys({ do: 'find', head });
      const fits = kept.key !== null && takeKey(path, { head, key: kept.key });
      if (kept.lost || (kept.key !== null && !fits)) lost.add(path);
    },
    refused: (path) => {
      waiting = { path, file: grant(path), lost: lost.has(path) };
      changed();
    },
    waiting: () => waiting,
    settled: () => {
      waiting = null;
    },
    opened: async (key) => {
      waiting = null;
      forgetKeys(key === null ? [] : [key.head]);
      if (key !== null) await keys({ do: 'keep', ...key, system: false });
    },
    closed: async (key) => {
      forgetKeys();
      if (key !== null) await keys({ do: 'forget', head: key.head, system: false });
    },
  };
}

/** Of a portfolio that is being made, which nobody opens before it is whole. */
export const noLocks: Locks = {
  fetch: async () => undefined,
  refused: () => undefined,
  waiting: () => null,
  settled: () => undefined,
  opened: async () => undefined,
  closed: async () => undefined,
};
