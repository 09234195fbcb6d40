import { Button } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { saysDamaged } from '#domain/base/damaged-file';
import type { Output } from '#contract/index';
import { CallFailed, sentenceOf } from '../../client/call';
import { perform } from '../../client/perform';
import { useFileActions } from '../../client/use-file-actions';
import { RememberHere } from '../../components/passphrase/new-passphrase';
import { PassphraseField } from '../../components/passphrase/passphrase-field';
import { Dialog } from '../../components/ui/dialog';
import { notifyFailure } from '../../components/ui/notify';
import { useRecovery } from '../../stores/recovery';

type Status = Output<'workspace.status'>;
type Locked = NonNullable<Status['locked']>;

interface UnlockProps {
  readonly locked: Locked;
  readonly keyStore: boolean;
  /** Another portfolio is open, and stays so until this one is. */
  readonly open: boolean;
}

/** Somebody asked for a portfolio that is encrypted, from wherever: it opens with its passphrase. */
export function UnlockDialog({ locked, keyStore, open }: UnlockProps): ReactNode {
  const { enter } = useFileActions();
  const [passphrase, setPassphrase] = useState('');
  const [remember, setRemember] = useState(locked.keyLost);
  const [failure, setFailure] = useState('');
  const [pending, setPending] = useState(false);

  const leave = async (): Promise<void> => {
    try {
      await perform('workspace.leaveLocked', {});
    } catch (error) {
      notifyFailure(sentenceOf(error));
    }
  };
  const failed = async (error: unknown): Promise<void> => {
    setPassphrase('');
    if (!(error instanceof CallFailed && saysDamaged(error.detail))) return setFailure(sentenceOf(error));
    await leave();
    useRecovery.getState().show({ file: locked.file, said: sentenceOf(error) });
  };
  const unlock = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (passphrase === '') return setFailure('Type the passphrase of this portfolio.');
    setPending(true);
    try {
      await perform('workspace.unlock', { passphrase, ...(keyStore && { remember }) });
      useRecovery.getState().close();
      await enter();
    } catch (error) {
      await failed(error);
    }
    setPending(false);
  };

  return (
    <Dialog title={`Open ${locked.fileName}`} size={460} onClose={() => void leave()}>
      <form className="mf-passphrase" onSubmit={(event) => void unlock(event)}>
        <p className="mf-muted">
          {locked.keyLost
            ? 'It was remembered on this computer, but the key store of the system does not give its key back. The passphrase opens it.'
            : 'It is encrypted and opens with its passphrase.'}
          {open && ' What is open now stays open until then.'}
        </p>
        <PassphraseField
          label="Passphrase"
          value={passphrase}
          error={failure}
          focus
          onChange={(typed) => {
            setPassphrase(typed);
            setFailure('');
          }}
        />
        {keyStore && <RememberHere checked={remember} onChange={setRemember} />}
        <div className="mf-passphrase-actions">
          <Button variant="default" onClick={() => void leave()}>
            Leave it closed
          </Button>
          <Button type="submit" loading={pending}>
            Open
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
