import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { PassphraseField } from '../../components/passphrase/passphrase-field';
import { notify } from '../../components/ui/notify';
import { formatCount, formatDateTime } from '../../lib/format';

export type Backup = Output<'backups.list'>['backups'][number];

/** Asked because undo does not reach past a restore; what it replaces is kept all the same. */
export function RestoreDialog({
  backup,
  onClose,
}: {
  readonly backup: Backup;
  readonly onClose: () => void;
}): ReactNode {
  const { run, pending } = useCommand('backups.restore');
  const [passphrase, setPassphrase] = useState('');
  const restore = async (): Promise<void> => {
    const done = await run({ id: backup.id, ...(backup.locked && { passphrase }) });
    if (done === null) return;
    onClose();
    notify({
      message: `The portfolio is as it was on ${formatDateTime(backup.createdAt)}. What was before is kept as ${done.kept.fileName}.`,
    });
  };
  return (
    <Modal
      opened
      onClose={onClose}
      size={520}
      title={`Restore the backup of ${formatDateTime(backup.createdAt)}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <p className="mf-muted">
        The portfolio becomes what it was then
        {backup.models === null ? '' : `, with ${formatCount(backup.models, 'model')}`}. What it is now is kept as a
        backup first, so that you can come back to it.
      </p>
      {backup.locked && (
        <PassphraseField
          label="Passphrase of this backup"
          description="It was made with another passphrase than the portfolio has now, and opens with that one."
          value={passphrase}
          focus
          onChange={setPassphrase}
        />
      )}
      <div className="mf-dialog-actions">
        <Button variant="default" onClick={onClose}>
          Leave it as it is
        </Button>
        <Button loading={pending} disabled={backup.locked && passphrase === ''} onClick={() => void restore()}>
          Restore
        </Button>
      </div>
    </Modal>
  );
}
