import { changedOutside } from '../../engine/change-events';
import {
  type Backup,
  backupFolder,
  createBackup,
  getIntactBackup,
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

export const backups: SubjectHandlers<'backups'> = {
  list: (_input, context) => ({
    folder: backupFolder(context.store.path),
    backups: listBackups(context.store.path).map(shownBackup),
    rule: context.preferences.backupRule(),
    failed: context.backupFailure(),
  }),
  setRule: async ({ automatic, budgetMb }, context) => {
    const known = context.preferences.backupRule();
    const rule = { automatic: automatic ?? known.automatic, budgetMb: budgetMb ?? known.budgetMb };
    context.preferences.setBackupRule(rule);
    context.publish(changedOutside('preferences'));
    return rule;
  },
  create: async (_input, context) => {
    const backup = await createBackup(context.store, context.now);
    context.publish(changedOutside('backups'));
    return shownBackup(backup);
  },
  restore: async ({ id }, context) => {
    const { path } = context.store;
    const restored = getIntactBackup(path, id);
    const kept = await restoreBackup(context.store, restored, context.now);
    // The backup may be of an older structure: opening brings it up to date.
    await context.workspace.open(path);
    await noteRestore(context, restored, kept);
    context.publish(changedOutside('workspace', 'backups'));
    return { restored: shownBackup(restored), kept: shownBackup(kept) };
  },
};
