import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { ErrorState } from '../../components/ui/states';
import { DateText } from '../../components/ui/text';
import { formatBytes, formatCount, formatDateTime } from '../../lib/format';
import { BackupPlace } from './backup-place';
import { BackupRuleFields } from './backup-rule-fields';
import { type Backup, RestoreDialog } from './restore-dialog';

const WHY: Readonly<Record<Backup['why'], string>> = {
  asked: '',
  restore: ', before a restore',
  import: ', before an import',
  bulk: ', before a change of many',
  daily: ', of the day',
};

/** More than these are behind a button: there may be sixty. */
const SHOWN = 6;

const wordOf = ({ locked, models }: Backup): string =>
  locked ? 'other passphrase' : models === null ? 'damaged' : formatCount(models, 'model');

function BackupRow({ backup, onRestore }: { readonly backup: Backup; readonly onRestore: () => void }): ReactNode {
  return (
    <li className="mf-backup" title={backup.fileName}>
      <span>
        <DateText value={backup.createdAt} withTime />
        <span className="mf-muted">{WHY[backup.why]}</span>
      </span>
      <span className="mf-backup-number">{wordOf(backup)}</span>
      <span className="mf-backup-number mf-muted">{formatBytes(backup.sizeBytes)}</span>
      <Button
        size="compact-xs"
        variant="default"
        disabled={backup.models === null && !backup.locked}
        aria-label={`Restore the backup of ${formatDateTime(backup.createdAt)}`}
        onClick={onRestore}
      >
        Restore…
      </Button>
    </li>
  );
}

/** The backups of the open portfolio, the newest first. */
export function BackupList(): ReactNode {
  const { data, error } = useChannel('backups.list', {});
  const [chosen, setChosen] = useState<Backup | null>(null);
  const [all, setAll] = useState(false);
  if (error && !data) return <ErrorState error={error} heading="h2" />;
  if (!data) return null;
  return (
    <div className="mf-backups">
      <p className="mf-muted">
        {data.backups.length === 0
          ? `No backup yet. Backups are kept in ${data.folder}.`
          : `${formatCount(data.backups.length, 'backup')} in ${data.folder}`}
      </p>
      {data.backups.length > 0 && (
        <ul className="mf-backups-list" aria-label="Backups">
          {data.backups.slice(0, all ? undefined : SHOWN).map((backup) => (
            <BackupRow key={backup.id} backup={backup} onRestore={() => setChosen(backup)} />
          ))}
        </ul>
      )}
      {!all && data.backups.length > SHOWN && (
        <Button variant="subtle" size="compact-sm" onClick={() => setAll(true)}>
          Show all {formatCount(data.backups.length, 'backup')}
        </Button>
      )}
      <BackupPlace rule={data.rule} gone={data.folderGone} />
      <BackupRuleFields rule={data.rule} failed={data.failed} />
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
