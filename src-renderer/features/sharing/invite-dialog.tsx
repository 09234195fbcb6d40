import { NativeSelect, TextInput } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { perform } from '../../client/perform';
import { Dialog } from '../../components/ui/dialog';
import { DialogEnding } from '../../components/ui/dialog-ending';
import { useDialogSubmit } from '../../components/ui/use-dialog-submit';
import { ROLE_LABELS, type ShareRole } from '../../lib/share-words';

const ROLES = Object.entries(ROLE_LABELS).map(([value, label]) => ({ value, label }));

/** Lets a login of the server in, under the name that this person signs entries with. */
export function InviteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [user, setUser] = useState('');
  const [name, setName] = useState('');
  const [role, setRole] = useState<ShareRole>('editor');
  const { failure, pending, sends } = useDialogSubmit(onClose);
  const submit = sends(() => {
    if (user.trim() === '') return 'Give the login that the database team made for this person.';
    if (name.trim() === '') return 'Give the name that this person signs entries with.';
    const words = (): string => `${name.trim()} may join now, as ${ROLE_LABELS[role].toLowerCase()}.`;
    return () => perform('share.setRole', { user: user.trim(), name: name.trim(), role }, { words });
  });
  return (
    <Dialog title="Invite somebody" onClose={onClose}>
      <form className="mf-invite" onSubmit={submit}>
        <p className="mf-muted">
          The login and its password come from the database team. Send the address beside; nothing secret is in it.
        </p>
        <TextInput
          label="Login on the server"
          value={user}
          maxLength={63}
          spellCheck={false}
          data-autofocus
          onChange={(event) => setUser(event.currentTarget.value)}
        />
        <TextInput
          label="Signs as"
          description="One name, one person: it stands under each entry of the journal, and does not change later."
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NativeSelect
          label="Role"
          data={ROLES}
          value={role}
          onChange={(event) => setRole(event.currentTarget.value as ShareRole)}
        />
        <DialogEnding failure={failure} pending={pending} label="Invite" onClose={onClose} />
      </form>
    </Dialog>
  );
}
