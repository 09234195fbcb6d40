import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from '../../testing/test-backend';

/** A disk in memory that holds this file and may not be written; only root can make one: `null` where it cannot. */
export function onReadOnlyDisk(file: string): string | null {
  const disk = temporaryFolder();
  if (spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64m', 'tmpfs', disk]).status !== 0) return null;
  onTestFinished(() => void spawnSync('umount', [disk]));
  const path = join(disk, basename(file));
  copyFileSync(file, path);
  return spawnSync('mount', ['-o', 'remount,ro', disk]).status === 0 ? path : null;
}
