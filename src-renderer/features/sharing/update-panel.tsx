import { Button, Checkbox } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../client/use-command';
import type { SharedStatus } from '../../client/use-share';
import { useWorkspace } from '../../client/use-workspace';
import { Dialog } from '../../components/ui/dialog';
import { Panel } from '../../components/ui/panel';
import { backupCommand, updateAsking, updateNews } from '../../lib/share-asking';
import { sayNames } from '../../lib/share-words';
import { WordsToSend } from './words-to-send';

type Program = NonNullable<SharedStatus['program']>;

interface UpdateProps {
  readonly share: SharedStatus;
  readonly program: Program;
}

const useNames = ({ server, name }: SharedStatus) => {
  const { data: workspace } = useWorkspace();
  return { portfolio: workspace?.portfolio?.name ?? server.database, server, name };
};

/** Told to the others, backed up, and only then done. */
function UpdateDialog({ share, onClose }: { readonly share: SharedStatus; readonly onClose: () => void }): ReactNode {
  const names = useNames(share);
  const [backedUp, setBackedUp] = useState(false);
  const { run, pending } = useCommand('share.update', {
    words: () => `${names.portfolio} is of this program now. Everybody else needs it from here on.`,
  });
  const update = async (): Promise<void> => {
    if ((await run({})) !== null) onClose();
  };
  return (
    <Dialog title="Bring the shared portfolio up to this program" size={640} onClose={onClose}>
      <ol className="mf-update-steps">
        <li>
          <strong>Tell the others.</strong> From then on everybody needs this Modelfolio; an older one only reads its
          own copy. What waits on their computers is shared before, or once they have the newer one.
          <WordsToSend subject={`${names.portfolio} goes to a newer Modelfolio`} text={updateNews(names)} />
        </li>
        <li>
          <strong>Back up the database</strong> with its own tools; there is no way back without it. Your own copy is
          backed up beside its file.
          <code className="mf-command">{backupCommand(share.server, share.server.portfolio)}</code>
          <Checkbox
            label="The database is backed up"
            checked={backedUp}
            onChange={(event) => setBackedUp(event.currentTarget.checked)}
          />
        </li>
      </ol>
      <div className="mf-share-ways">
        <Button variant="default" onClick={onClose}>
          Not now
        </Button>
        <Button disabled={!backedUp} loading={pending} onClick={() => void update()}>
          Bring it up now
        </Button>
      </div>
    </Dialog>
  );
}

function AskDialog({ share, onClose }: { readonly share: SharedStatus; readonly onClose: () => void }): ReactNode {
  const names = useNames(share);
  const whom = share.owners.length === 0 ? 'an owner' : sayNames(share.owners);
  return (
    <Dialog title={`Ask ${whom}`} size={600} onClose={onClose}>
      <WordsToSend subject={`A newer Modelfolio for ${names.portfolio}`} text={updateAsking(names)} />
    </Dialog>
  );
}

/** The shared portfolio is of another program than this one: who brings both together, and how. */
export function UpdatePanel({ share, program }: UpdateProps): ReactNode {
  const [open, setOpen] = useState(false);
  const { theirs, ours, mayUpdate } = program;
  const close = (): void => setOpen(false);
  if (theirs > ours)
    return (
      <Panel
        title="Another Modelfolio is needed"
        hint={`Its contents are of version ${theirs}; this one knows ${ours}`}
      >
        <p>Install the Modelfolio that the others have. Your copy reads meanwhile, and nothing in it is lost.</p>
      </Panel>
    );
  const whom = share.owners.length === 0 ? 'an owner' : sayNames(share.owners);
  return (
    <Panel
      title="Your Modelfolio is newer than the shared portfolio"
      hint={`Its contents are of version ${theirs}; this program writes ${ours}`}
    >
      <p>
        {mayUpdate
          ? 'You are an owner and can bring it up to this program. Everybody else needs the newer Modelfolio from then on.'
          : `${whom} can bring it up to this program. Until then you read your copy, or go on with the Modelfolio of the others.`}
      </p>
      <Button className="mf-leave" size="xs" variant={mayUpdate ? 'filled' : 'default'} onClick={() => setOpen(true)}>
        {mayUpdate ? 'Bring it up to this program…' : 'Words to send…'}
      </Button>
      {open &&
        (mayUpdate ? <UpdateDialog share={share} onClose={close} /> : <AskDialog share={share} onClose={close} />)}
    </Panel>
  );
}
