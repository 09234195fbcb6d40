import { statSync } from 'node:fs';
import type { FilePlace } from '../store';

interface Identity {
  readonly device: bigint;
  readonly inode: bigint;
}

/** Asks where a file lies that is open from now on. A disk that gives no numbers of its own to files is believed. */
export function watchPlace(path: string): () => FilePlace {
  const opened = identityOf(path);
  return () => {
    const now = identityOf(path);
    if (now === null) return opened === null ? 'here' : 'gone';
    if (opened === null || (now.device === opened.device && now.inode === opened.inode)) return 'here';
    return 'replaced';
  };
}

function identityOf(path: string): Identity | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return { device: dev, inode: ino };
  } catch {
    return null;
  }
}
