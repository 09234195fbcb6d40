import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../../client/use-command';
import { Dialog } from '../../../components/ui/dialog';
import { notify, notifyFailure } from '../../../components/ui/notify';
import { formatCount } from '../../../lib/format';

type Copy = Output<'encryption.status'>['plainCopies'][number];

/** More than these are counted, not named. */
const NAMED = 4;

/** Older copies that a passphrase does not reach: named, and encrypted or deleted when somebody says so. */
export function PlainCopies({ copies }: { readonly copies: readonly Copy[] }): ReactNode {
  const { run, pending } = useCommand('encryption.settleCopies', { quiet: true });
  const [sure, setSure] = useState(false);
  const settle = async (how: 'encrypt' | 'delete'): Promise<void> => {
    setSure(false);
    const done = await run({ how });
    if (done === null) return;
    const [first] = done.left;
    if (first) notifyFailure(`${formatCount(done.left.length, 'copy', 'copies')} stayed as they were: ${first.why}`);
    else
      notify({
        message: `${formatCount(done.settled, 'copy', 'copies')} ${how === 'encrypt' ? 'encrypted' : 'deleted'}.`,
      });
  };
  if (copies.length === 0) return null;
  const many = formatCount(copies.length, 'older copy', 'older copies');
  return (
    <>
      <p>
        {many} of this portfolio {copies.length === 1 ? 'was' : 'were'} made before it was encrypted and can be read by
        whoever finds {copies.length === 1 ? 'it' : 'them'}. Copies that lie elsewhere (mail, other disks) are not known
        here.
      </p>
      <ul className="mf-passphrase-copies">
        {copies.slice(0, NAMED).map(({ fileName, folder }) => (
          <li key={`${folder}/${fileName}`} title={folder}>
            {fileName}
          </li>
        ))}
        {copies.length > NAMED && <li>and {formatCount(copies.length - NAMED, 'more', 'more')}</li>}
      </ul>
      <p className="mf-backup-place-ways">
        <Button size="compact-sm" loading={pending} onClick={() => void settle('encrypt')}>
          Encrypt {copies.length === 1 ? 'it' : 'them'}
        </Button>
        <Button size="compact-sm" variant="default" disabled={pending} onClick={() => setSure(true)}>
          Delete {copies.length === 1 ? 'it' : 'them'}…
        </Button>
      </p>
      {sure && (
        <Dialog title={`Delete ${many}?`} size={460} onClose={() => setSure(false)}>
          <p className="mf-muted">
            They are gone then, and cannot be restored. Encrypting them keeps them as backups that open with the
            passphrase.
          </p>
          <div className="mf-dialog-actions">
            <Button variant="default" data-autofocus onClick={() => setSure(false)}>
              Keep them
            </Button>
            <Button onClick={() => void settle('delete')}>Delete</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
