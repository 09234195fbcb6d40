import { readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const HOUR_MS = 3_600_000;
/** Nobody writes one portfolio for longer. */
const UNFINISHED_MS = HOUR_MS;
/** A program that runs for days may still need what it was given. */
const HELD_MS = 7 * 24 * HOUR_MS;

const UNFINISHED = /\.modelfolio\.part(-wal|-shm|-journal)?$/;
const HELD = /^modelfolio-(held|damaged|read(-\d+-\d+)?)-[A-Za-z0-9]{6}$/;

/** Takes away portfolios that a program which was killed left half written in a folder. */
export const removeUnfinished = (folder: string, now: number): void =>
  removeOld(folder, UNFINISHED, now - UNFINISHED_MS);

/** Takes away private folders of programs that were killed; those of other people cannot be removed, and stay. */
export const removeHeldFolders = (now: number, folder = tmpdir()): void => removeOld(folder, HELD, now - HELD_MS);

function removeOld(folder: string, name: RegExp, before: number): void {
  try {
    for (const entry of readdirSync(folder)) {
      if (!name.test(entry)) continue;
      const path = join(folder, entry);
      if ((statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before)
        rmSync(path, { recursive: true, force: true });
    }
  } catch {
    // What cannot be looked at or removed now is there next time.
  }
}
