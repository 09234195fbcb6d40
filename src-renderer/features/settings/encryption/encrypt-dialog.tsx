import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { perform } from '../../../client/perform';
import { NewPassphrase } from '../../../components/passphrase/new-passphrase';
import { PassphraseField } from '../../../components/passphrase/passphrase-field';
import { Dialog } from '../../../components/ui/dialog';
import { useDialogSubmit } from '../../../components/ui/use-dialog-submit';
import { NO_PASSPHRASE, passphraseProblem } from '../../../lib/passphrase-words';

interface EncryptProps {
  readonly encrypted: boolean;
  readonly keyStore: boolean;
  readonly fileName: string;
  readonly onClose: () => void;
}

/** Encrypts the open portfolio, or gives it another passphrase. */
export function EncryptDialog({ encrypted, keyStore, fileName, onClose }: EncryptProps): ReactNode {
  const [current, setCurrent] = useState('');
  const [chosen, setChosen] = useState(NO_PASSPHRASE);
  const { failure, setFailure, pending, sends } = useDialogSubmit(onClose);
  const submit = sends(() => {
    if (encrypted && current === '') return 'Type the passphrase that it has now.';
    const problem = passphraseProblem(chosen.passphrase, chosen.again);
    if (problem !== '') return problem;
    const { passphrase, remember } = chosen;
    const remembered = keyStore && remember && { remember };
    const words = (): string =>
      encrypted ? 'The passphrase is changed.' : `${fileName} is encrypted. It opens with its passphrase from now on.`;
    return () => perform('encryption.set', { passphrase, ...(encrypted && { current }), ...remembered }, { words });
  });
  return (
    <Dialog title={encrypted ? 'Change the passphrase' : `Encrypt ${fileName}`} size={480} onClose={onClose}>
      <form className="mf-passphrase" onSubmit={submit}>
        <p className="mf-muted">
          {encrypted
            ? 'Backups stay as they are: each opens with the passphrase that it was made with.'
            : 'The file is written anew, checked, and takes its own place. Older backups and copies stay as they are until you encrypt or delete them, which is offered next; what was deleted from the disk before may be found there by experts.'}
        </p>
        {encrypted && <PassphraseField label="Passphrase now" value={current} focus onChange={setCurrent} />}
        <NewPassphrase
          label={encrypted ? 'New passphrase' : 'Passphrase'}
          chosen={chosen}
          change={(next) => {
            setChosen(next);
            setFailure('');
          }}
          problem={failure}
          keyStore={keyStore && !encrypted}
          focus={!encrypted}
        />
        <div className="mf-passphrase-actions">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={pending}>
            {encrypted ? 'Change' : 'Encrypt'}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
