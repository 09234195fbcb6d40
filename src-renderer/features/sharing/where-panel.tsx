import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import type { SharedStatus } from '../../client/use-share';
import { Panel } from '../../components/ui/panel';
import { formatNumber } from '../../lib/format';
import { clockOrDay } from '../../lib/share-state';

type Verified = Output<'share.verify'>;

/** The server, what proves it, and whether both hold the same journal. */
export function WherePanel({ share }: { readonly share: SharedStatus }): ReactNode {
  const { server, head } = share;
  const [verified, setVerified] = useState<{ readonly found: Verified; readonly at: string } | null>(null);
  const { run, pending } = useCommand('share.verify', { quiet: true });
  const verify = async (): Promise<void> => {
    const found = await run({});
    if (found) setVerified({ found, at: new Date().toISOString() });
  };
  return (
    <Panel
      title="Where it is"
      hint={`Entry ${formatNumber(head.seq)}${head.at === null ? '' : `, of ${clockOrDay(head.at)}`}`}
      actions={
        <Button size="xs" variant="default" loading={pending} onClick={() => void verify()}>
          Verify
        </Button>
      }
    >
      <dl className="mf-facts">
        <dt>Server</dt>
        <dd>
          {server.host}, port {server.port}
        </dd>
        <dt>Database</dt>
        <dd>{server.database}</dd>
        <dt>Login</dt>
        <dd>{server.user}</dd>
        <dt>Proved by</dt>
        <dd>
          {server.provedBy ??
            (share.state === 'connected' ? 'nothing: it is this computer itself' : 'not known just now')}
        </dd>
        <dt>Secret</dt>
        <dd>{server.remembered ? 'in the key store of this computer' : 'asked for at each start'}</dd>
        <dt>Checked</dt>
        <dd>
          <span role="status">{verified === null ? 'not yet here' : <Verdict {...verified} />}</span>
        </dd>
      </dl>
    </Panel>
  );
}

function Verdict({ found, at }: { readonly found: Verified; readonly at: string }): ReactNode {
  return (
    <>
      <span className={found.ok ? 'mf-yes' : 'mf-no'} aria-hidden="true">
        {found.ok ? '●' : '◆'}
      </span>{' '}
      {clockOrDay(at)}: {found.message}
      <code className="mf-heads" title="The hash of the newest entry of this copy">
        {found.here.head.slice(0, 16)}
      </code>
    </>
  );
}
