import { z } from 'zod';
import { Count, Empty, Instant } from '../common';
import { command, query } from '../define';

const BackupId = z.string().min(1).max(64);

export const Backup = z.object({
  id: BackupId,
  fileName: z.string(),
  createdAt: Instant,
  sizeBytes: Count,
  /** `null`: the file cannot be read. */
  models: Count.nullable(),
  /** Made by a restore, of what it replaced. */
  beforeRestore: z.boolean(),
});

/** Whole, checked copies of the open portfolio, in a folder beside it. */
export const backups = {
  /** The newest first. */
  list: query(Empty, z.object({ folder: z.string(), backups: z.array(Backup) })),
  create: command(Empty, Backup),
  /** The portfolio becomes what it was then; what it is now is kept as a backup first. */
  restore: command(z.object({ id: BackupId }), z.object({ restored: Backup, kept: Backup })),
};
