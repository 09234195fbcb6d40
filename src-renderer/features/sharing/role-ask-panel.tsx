import { Button, NativeSelect } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { SharedStatus } from '../../client/use-share';
import { useWorkspace } from '../../client/use-workspace';
import { Dialog } from '../../components/ui/dialog';
import { Panel } from '../../components/ui/panel';
import { ownersWords, roleAsking } from '../../lib/share-asking';
import { ROLE_LABELS, type ShareRole } from '../../lib/share-words';
import { WordsToSend } from './words-to-send';

const ORDER: readonly ShareRole[] = ['viewer', 'editor', 'approver', 'owner'];

/** Roles that may more than one. */
const above = (role: ShareRole): readonly ShareRole[] => ORDER.slice(ORDER.indexOf(role) + 1);

function AskDialog({ share, onClose }: { readonly share: SharedStatus; readonly onClose: () => void }): ReactNode {
  const { data: workspace } = useWorkspace();
  const roles = above(share.role);
  const [role, setRole] = useState<ShareRole>(roles[0] ?? 'owner');
  const { server, name } = share;
  const portfolio = workspace?.portfolio?.name ?? server.database;
  return (
    <Dialog title="Ask for another role" size={600} onClose={onClose}>
      <div className="mf-invite">
        <p className="mf-muted">{ownersWords(share.owners)}. Send the words by the ways of your house.</p>
        <NativeSelect
          label="Role"
          data={roles.map((value) => ({ value, label: ROLE_LABELS[value] }))}
          value={role}
          data-autofocus
          onChange={({ currentTarget: { value } }) => setRole(roles.find((one) => one === value) ?? role)}
        />
        <WordsToSend subject={`A role in ${portfolio}`} text={roleAsking({ portfolio, server, name }, role)} />
      </div>
    </Dialog>
  );
}

/** Who needs more than the own role lets: whom to ask, and with which words. */
export function RoleAskPanel({ share }: { readonly share: SharedStatus }): ReactNode {
  const [asks, setAsks] = useState(false);
  return (
    <Panel title="You need another role?" hint={`You are ${ROLE_LABELS[share.role].toLowerCase()} here`}>
      <p>{ownersWords(share.owners)}.</p>
      <Button className="mf-leave" size="xs" variant="default" onClick={() => setAsks(true)}>
        Ask for a role…
      </Button>
      {asks && <AskDialog share={share} onClose={() => setAsks(false)} />}
    </Panel>
  );
}
