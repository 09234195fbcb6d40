import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { ErrorState } from '../../components/ui/states';
import { DateText } from '../../components/ui/text';
import { formatBytes, formatCount, formatDateTime } from '../../lib/format';
import { type Backup, RestoreDialog } from './restore-dialog';

function BackupRow({ backup, onRestore }: { readonly backup: Backup; readonly onRestore: () => void }): ReactNode {
  return (
    <li className="mf-backup" title={backup.fileName}>
      <span>
        <DateText value={backup.createdAt} withTime />
        {backup.beforeRestore && <span className="mf-muted">, before a restore</span>}
      </span>
      <span className="mf-backup-number">
        {backup.models === null ? 'damaged' : formatCount(backup.models, 'model')}
      </span>
      <span className="mf-backup-number mf-muted">{formatBytes(backup.sizeBytes)}</span>
      <Button
        size="compact-xs"
        variant="default"
        disabled={backup.models === null}
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
          {data.backups.map((backup) => (
            <BackupRow key={backup.id} backup={backup} onRestore={() => setChosen(backup)} />
          ))}
        </ul>
      )}
      {chosen && <RestoreDialog backup={chosen} onClose={() => setChosen(null)} />}
    </div>
  );
}
