import { Button, Switch } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../../client/use-command';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import { ErrorState } from '../../../components/ui/states';
import { DecryptDialog } from './decrypt-dialog';
import { EncryptDialog } from './encrypt-dialog';
import { PlainCopies } from './plain-copies';

type Status = Output<'encryption.status'>;

/** Whether the file opens with a passphrase only, and what can be changed about it. */
export function EncryptionPanel({ fileName }: { readonly fileName: string }): ReactNode {
  const { data, error } = useChannel('encryption.status', {});
  const [asked, setAsked] = useState<'encrypt' | 'decrypt' | null>(null);
  if (error && !data) return <ErrorState error={error} heading="h2" />;
  if (!data) return null;
  return (
    <Panel
      title="Encryption"
      hint={
        data.encrypted
          ? 'The file, its log and its backups open with the passphrase only. Reports and exports are plain files: whoever has them reads them.'
          : 'The file is plain: whoever has it can read it. A passphrase closes it to everybody else.'
      }
      actions={
        <Button size="xs" variant="default" onClick={() => setAsked('encrypt')}>
          {data.encrypted ? 'Change the passphrase…' : 'Encrypt…'}
        </Button>
      }
    >
      {data.encrypted && <Encrypted data={data} onDecrypt={() => setAsked('decrypt')} />}
      {asked === 'encrypt' && (
        <EncryptDialog
          encrypted={data.encrypted}
          keyStore={data.keyStore}
          fileName={fileName}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'decrypt' && <DecryptDialog fileName={fileName} onClose={() => setAsked(null)} />}
    </Panel>
  );
}

function Encrypted({ data, onDecrypt }: { readonly data: Status; readonly onDecrypt: () => void }): ReactNode {
  const { run, pending } = useCommand('encryption.remember', {
    words: ({ remembered }) =>
      remembered ? 'It opens on this computer without its passphrase.' : 'The passphrase is asked for each time.',
  });
  return (
    <div className="mf-passphrase">
      {data.keyStore && (
        <Switch
          label="Remembered on this computer"
          description="In the key store of the system: whoever is logged in as you opens it without the passphrase."
          checked={data.remembered}
          disabled={pending}
          onChange={(event) => void run({ on: event.currentTarget.checked })}
        />
      )}
      <PlainCopies copies={data.plainCopies} />
      <p>
        <Button size="compact-sm" variant="subtle" onClick={onDecrypt}>
          Remove the encryption…
        </Button>
      </p>
    </div>
  );
}
