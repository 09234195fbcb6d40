import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { perform } from '../../../client/perform';
import { PassphraseField } from '../../../components/passphrase/passphrase-field';
import { Dialog } from '../../../components/ui/dialog';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';

interface DecryptProps {
  readonly fileName: string;
  readonly onClose: () => void;
}

/** Makes the open portfolio a plain file again. */
export function DecryptDialog({ fileName, onClose }: DecryptProps): ReactNode {
  const [current, setCurrent] = useState('');
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const submit = sends(() => {
    if (current === '') return 'Type the passphrase that it has now.';
    return () => perform('encryption.remove', { current }, { words: () => `${fileName} is a plain file now.` });
  });
  return (
    <Dialog title={`Remove the encryption of ${fileName}?`} size={460} onClose={onClose}>
      <form className="mf-passphrase" onSubmit={submit}>
        <p className="mf-muted">
          Whoever has the file reads it then, and new backups are plain. Backups that were made until now keep their
          passphrase: do not throw it away.
        </p>
        <PassphraseField
          label="Passphrase now"
          value={current}
          error={failure}
          focus
          onChange={(typed) => {
            setCurrent(typed);
            setFailure('');
          }}
        />
        <div className="mf-passphrase-actions">
          <Button variant="default" onClick={onClose}>
            Leave it encrypted
          </Button>
          <Button type="submit" loading={pending}>
            Make it plain
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
