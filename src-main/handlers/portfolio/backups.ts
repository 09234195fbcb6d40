import { basename } from 'node:path';
import { changedOutside } from '../../engine/change-events';
import { DomainError } from '../../failure/domain-error';
import { unlockFile } from '../../store/files';
import {
  type Backup,
  backupsWrittenTo,
  createBackup,
  getBackup,
  getIntactBackup,
  isThere,
  listBackups,
  restoreBackup,
} from '../../store/portfolio/backups';
import type { CommandContext } from '../context';
import type { SubjectHandlers } from '../subject';

export const shownBackup = ({ path: _path, mtimeMs: _mtime, ...backup }: Backup) => ({
  ...backup,
  beforeRestore: backup.why === 'restore',
});

/** The restored journal ends where the backup did: one more entry says that and when it was gone back to. */
async function noteRestore(context: CommandContext, restored: Backup, kept: Backup): Promise<void> {
  await context.write(async () => ({
    label: `Restore the backup ${restored.fileName}; what was before is kept as ${kept.fileName}`,
    value: undefined,
    kind: { kind: 'note' },
  }));
}

function writable(folder: string): string {
  if (isThere(folder)) return folder;
  throw new DomainError(
    'invalid_input',
    `Backups cannot go into ${basename(folder)}: it is no folder, or it may not be written. Choose another one.`,
  );
}

export const backups: SubjectHandlers<'backups'> = {
  list: (_input, context) => {
    const rule = context.preferences.backupRule();
    const { path } = context.store;
    return {
      folder: backupsWrittenTo(path, rule.folder),
      folderGone: rule.folder !== null && !isThere(rule.folder),
      backups: listBackups(path, rule.folder).map(shownBackup),
      rule,
      failed: context.backupFailure(),
    };
  },
  setRule: async ({ automatic, budgetMb, folder }, context) => {
    const known = context.preferences.backupRule();
    const rule = {
      automatic: automatic ?? known.automatic,
      budgetMb: budgetMb ?? known.budgetMb,
      folder: folder === undefined ? known.folder : folder && writable(context.files.resolve(folder)),
    };
    context.preferences.setBackupRule(rule);
    context.publish(changedOutside('preferences', 'backups'));
    return rule;
  },
  create: async (_input, context) => {
    const backup = await createBackup(context.store, context.now, context.preferences.backupRule().folder);
    context.publish(changedOutside('backups'));
    return shownBackup(backup);
  },
  restore: async ({ id, passphrase }, context) => {
    const { path } = context.store;
    const { folder } = context.preferences.backupRule();
    if (passphrase !== undefined) await unlockFile(getBackup(path, id, folder).path, passphrase);
    const restored = getIntactBackup(path, id, folder);
    const kept = await restoreBackup(context.store, restored, context.now, folder);
    // The backup may be of an older structure: opening brings it up to date.
    await context.workspace.open(path);
    await noteRestore(context, restored, kept);
    context.publish(changedOutside('workspace', 'backups'));
    return { restored: shownBackup(restored), kept: shownBackup(kept) };
  },
};
