import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../client/use-command';
import type { SharedStatus } from '../../client/use-share';
import { Dialog } from '../../components/ui/dialog';

interface ConfirmServerProps {
  readonly share: SharedStatus;
  readonly confirm: NonNullable<SharedStatus['confirm']>;
}

/** Before a server is asked that a file from elsewhere names. The first focus lies on what sends nothing. */
export function ConfirmServer(props: ConfirmServerProps): ReactNode {
  const [asked, setAsked] = useState(false);
  return (
    <>
      <Button onClick={() => setAsked(true)}>Look at its server…</Button>
      {asked && <ConfirmDialog {...props} onClose={() => setAsked(false)} />}
    </>
  );
}

function ConfirmDialog({ share, confirm, onClose }: ConfirmServerProps & { readonly onClose: () => void }): ReactNode {
  const { run, pending } = useCommand('share.connect', { quiet: true });
  const { host, port, database, user } = share.server;
  const agree = async (): Promise<void> => {
    if ((await run({ agree: confirm.agree })) !== null) onClose();
  };
  return (
    <Dialog title="Is this your team’s server?" size={600} onClose={onClose}>
      <p>
        The file brought this address along, and anybody could have written it. Ask whoever gave you the file, or the
        database team, if you do not know it. You agree for this computer and this server only.
      </p>
      <dl className="mf-facts">
        <dt>Server</dt>
        <dd>
          {host}, port {port}
        </dd>
        <dt>Database</dt>
        <dd>{database}</dd>
        <dt>Login</dt>
        <dd>{user}</dd>
        <dt>Proved by</dt>
        <dd className="mf-vouched">{confirm.vouched}</dd>
      </dl>
      <div className="mf-share-ways">
        <Button variant="default" data-autofocus onClick={onClose}>
          Not now
        </Button>
        <Button loading={pending} onClick={() => void agree()}>
          Agree and connect
        </Button>
      </div>
    </Dialog>
  );
}
