import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useWorkspace } from '../../client/use-workspace';
import type { Collision, Kept } from '../../stores/conflicts';
import { Dialog } from '../ui/dialog';
import { CollisionCards, collisionLead, collisionTitle } from './collision-cards';

interface ConflictProps {
  readonly collisions: readonly Collision[];
  readonly onChoice: (kept: Kept) => void;
  /** When mine was written, and the way out for a change that can go on waiting. */
  readonly waiting?: { readonly at: string; readonly onLater: () => void };
}

/** Two people wrote into the same field: both values, who and when, and what stands. What loses nothing has the focus. */
export function ConflictDialog({ collisions, onChoice, waiting }: ConflictProps): ReactNode {
  const { data: workspace } = useWorkspace();
  const currency = workspace?.portfolio?.currency ?? 'EUR';
  return (
    <Dialog title={collisionTitle(collisions)} size={560} onClose={waiting?.onLater ?? (() => onChoice('theirs'))}>
      <div className="mf-conflict-body">
        <p className="mf-muted">{collisionLead(collisions, currency)}</p>
        <CollisionCards collisions={collisions} currency={currency} mineAt={waiting?.at} />
        <div className="mf-conflict-choices">
          <Button variant="default" data-autofocus onClick={() => onChoice('theirs')}>
            Keep theirs
          </Button>
          <Button variant="default" onClick={() => onChoice('mine')}>
            Write mine
          </Button>
          {waiting && (
            <Button variant="subtle" className="mf-conflict-later" onClick={waiting.onLater}>
              Decide later
            </Button>
          )}
        </div>
        <p className="mf-conflict-foot mf-muted">
          {collisions.length === 1 ? 'The other value stays' : 'The other values stay'} in the journal; what you write
          can be undone.
        </p>
      </div>
    </Dialog>
  );
}
