import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useChannel } from '../../client/use-query';
import { type SharedStatus, useShare } from '../../client/use-share';
import { PageHeader } from '../../components/ui/page-header';
import { EmptyState, ErrorState, Loading } from '../../components/ui/states';
import { copyText } from '../../lib/copy-text';
import { formatCount, formatNumber } from '../../lib/format';
import { addressText } from '../../lib/share-address';
import { stateWords } from '../../lib/share-state';
import { ConnectAgain } from './connect-again';
import { InviteDialog } from './invite-dialog';
import { LeavePanel } from './leave-panel';
import { BackPanel, GoesOnPanel, WaitsPanel } from './offline-view';
import { PeoplePanel } from './people-panel';
import { RoleAskPanel } from './role-ask-panel';
import { RolesPanel } from './roles-panel';
import { UpdatePanel } from './update-panel';
import { WaitingPanel } from './waiting-panel';
import { WherePanel } from './where-panel';
import './sharing-page.css';

/** Who shares the portfolio, where it is, and, where the server is away, what goes on and what waits. */
export function SharingPage(): ReactNode {
  const navigate = useNavigate();
  const { data, error, refetch } = useChannel('share.status', {});
  const share = useShare();
  if (error && !data) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={10} />;
  if (!share && data.shared) return <Unreadable message={data.message} pending={data.pending} />;
  if (!share)
    return (
      <EmptyState
        title="This portfolio is in your file alone"
        action={{ label: 'Share it, or join another', run: () => void navigate({ to: '/share' }) }}
      >
        Several people can work on one at once, each with a whole copy, on a PostgreSQL that your organisation runs. Who
        they are, what each may do and what each is doing then stands here.
      </EmptyState>
    );
  return share.state === 'connected' || share.state === 'catching_up' ? (
    <Connected share={share} />
  ) : (
    <Away share={share} />
  );
}

function Connected({ share }: { readonly share: SharedStatus }): ReactNode {
  const { data, error } = useChannel('share.members', {});
  const { data: waiting } = useChannel('share.pending', {});
  const [invites, setInvites] = useState(false);
  const [copied, setCopied] = useState(false);
  const members = data?.rows ?? [];
  const here = members.filter((member) => member.here !== null || member.self).length;
  const owner = share.role === 'owner' && share.state === 'connected';
  const rows = waiting?.rows ?? [];
  const people =
    data === undefined
      ? 'A shared portfolio'
      : `${formatCount(members.length, 'person shares', 'people share')} this portfolio; ${here === 1 ? 'you alone are' : `${formatNumber(here)} are`} here now`;
  return (
    <>
      <PageHeader
        headline={people}
        subline={
          share.state === 'catching_up'
            ? `${stateWords(share).text}. Your copy reads meanwhile as of its own last entry.`
            : 'Your copy is whole: it opens and reads without the server.'
        }
        actions={
          <>
            <Button variant="default" onClick={() => setCopied(copyText(addressText(share.server)))}>
              {copied ? 'Address copied' : 'Copy the address'}
            </Button>
            {owner && <Button onClick={() => setInvites(true)}>Invite…</Button>}
          </>
        }
      />
      <div className="mf-sharing">
        <div>
          {rows.length > 0 && <WaitingPanel rows={rows} />}
          {error && !data ? <ErrorState error={error} heading="h2" /> : <PeoplePanel members={members} owner={owner} />}
        </div>
        <div>
          <RolesPanel />
          {share.role !== 'owner' && <RoleAskPanel share={share} />}
          <WherePanel share={share} />
          <LeavePanel pending={share.pending} />
        </div>
      </div>
      {invites && <InviteDialog onClose={() => setInvites(false)} />}
    </>
  );
}

/** A file that says that it is a copy of something, and not of what. */
function Unreadable({ message, pending }: { readonly message: string; readonly pending: number }): ReactNode {
  return (
    <>
      <PageHeader headline="Where this portfolio is shared cannot be read from its file" subline={message} />
      <div className="mf-sharing">
        <div>
          <LeavePanel pending={pending} />
        </div>
      </div>
    </>
  );
}

function Away({ share }: { readonly share: SharedStatus }): ReactNode {
  const { data } = useChannel('share.pending', {});
  const rows = data?.rows ?? [];
  const waits = rows.length === 0 ? 'nothing of yours waits' : formatCount(rows.length, 'change waits', 'changes wait');
  return (
    <>
      <PageHeader
        headline={
          share.confirm === null
            ? `${stateWords(share).text}: read everything, ${waits}`
            : 'Not connected: nobody has agreed to its server on this computer'
        }
        subline={
          share.confirm !== null
            ? `The file names ${share.server.host}. Nothing was sent there, and no password was looked for. You read and change your copy as without the server.`
            : share.message === ''
              ? `${share.server.host} is being asked. Nothing is lost, and nobody sees your changes until you are back.`
              : share.message
        }
        actions={<ConnectAgain share={share} />}
      />
      <div className="mf-sharing" data-away="true">
        <div>
          {share.program && <UpdatePanel share={share} program={share.program} />}
          <WaitingPanel rows={rows} />
          <WaitsPanel held={share.held} />
        </div>
        <div>
          <GoesOnPanel held={share.held} />
          <WherePanel share={share} />
          <LeavePanel pending={share.pending} />
        </div>
      </div>
      <BackPanel />
    </>
  );
}
