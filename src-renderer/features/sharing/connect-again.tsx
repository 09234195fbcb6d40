import { Button, PasswordInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import type { ChosenFile } from '../../../src-preload/bridge';
import { useCommand } from '../../client/use-command';
import type { SharedStatus } from '../../client/use-share';
import { Dialog } from '../../components/ui/dialog';
import { ConfirmServer } from './confirm-server';
import { FileField } from './file-field';

interface CertificateProps {
  readonly share: SharedStatus;
  readonly onClose: () => void;
}

/** For a login that is proved by a certificate, which this computer has not kept. */
function CertificateDialog({ share, onClose }: CertificateProps): ReactNode {
  const { run, pending } = useCommand('share.connect', { quiet: true });
  const [certificate, setCertificate] = useState<ChosenFile | null>(null);
  const [key, setKey] = useState<ChosenFile | null>(null);
  const connect = async (): Promise<void> => {
    if (certificate === null || key === null) return;
    const input = { certificate: certificate.token, key: key.token, remember: share.server.remembered };
    if ((await run(input)) !== null) onClose();
  };
  return (
    <Dialog title={`Prove ${share.server.user} by a certificate`} onClose={onClose}>
      <div className="mf-login">
        <FileField label="Certificate" file={certificate} none="of your login, PEM" onChoose={setCertificate} />
        <FileField label="Key" file={key} none="of that certificate, PEM" onChoose={setKey} />
      </div>
      <div className="mf-share-ways">
        <Button variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button disabled={certificate === null || key === null} loading={pending} onClick={() => void connect()}>
          Connect
        </Button>
      </div>
    </Dialog>
  );
}

/** Tries the server at once; where it refused the login, or this computer has kept no proof of it, with another one. */
export function ConnectAgain({ share }: { readonly share: SharedStatus }): ReactNode {
  const { run, pending } = useCommand('share.connect', { quiet: true });
  const [password, setPassword] = useState('');
  const [byCertificate, setByCertificate] = useState(false);
  if (share.confirm !== null) return <ConfirmServer share={share} confirm={share.confirm} />;
  const asks = share.state === 'refused' || !share.server.remembered;
  // Another password does not make another program of it.
  if (!asks || share.program !== null)
    return (
      <Button loading={pending} onClick={() => void run({})}>
        Try now
      </Button>
    );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void run({ ...(password !== '' && { password }), remember: share.server.remembered });
  };
  return (
    <form className="mf-connect" onSubmit={submit}>
      <PasswordInput
        aria-label={`Password of ${share.server.user}`}
        placeholder={`Password of ${share.server.user}`}
        value={password}
        autoComplete="off"
        onChange={(event) => setPassword(event.currentTarget.value)}
      />
      <Button variant="default" onClick={() => setByCertificate(true)}>
        Certificate…
      </Button>
      <Button type="submit" loading={pending}>
        Try now
      </Button>
      {byCertificate && <CertificateDialog share={share} onClose={() => setByCertificate(false)} />}
    </form>
  );
}
