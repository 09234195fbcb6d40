import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useFileActions } from '../../client/use-file-actions';
import { useChannel } from '../../client/use-query';
import { Dialog } from '../../components/ui/dialog';
import { formatCount, formatDateTime } from '../../lib/format';
import { ComparisonTable } from './comparison-table';

type Copy = Output<'workspace.conflicts'>['copies'][number];

const by = ({ program }: Copy): string => (program === '' ? '' : `, as ${program} names them`);

/** Copies that a program which synchronises folders left beside the portfolio: told once, and compared when asked. */
export function ConflictBanner(): ReactNode {
  const { data } = useChannel('workspace.conflicts', {});
  const { run } = useCommand('workspace.leaveConflicts');
  const [shown, setShown] = useState<Copy | null>(null);
  const fresh = data?.copies.filter(({ seen }) => !seen) ?? [];
  const [first] = fresh;
  return (
    <>
      {first && (
        <div role="status" className="mf-conflict">
          <span>
            {fresh.length === 1
              ? `A copy of this portfolio lies beside it: ${first.fileName}${by(first)}.`
              : `${formatCount(fresh.length, 'copy', 'copies')} of this portfolio lie beside it, the newest ${first.fileName}.`}{' '}
            Both may hold changes that the other does not have.
          </span>
          <span className="mf-conflict-ways">
            <Button size="compact-sm" onClick={() => setShown(first)}>
              Compare…
            </Button>
            <Button size="compact-sm" variant="subtle" onClick={() => void run({})}>
              Leave {fresh.length === 1 ? 'it' : 'them'}
            </Button>
          </span>
        </div>
      )}
      {shown && <CompareDialog copy={shown} onClose={() => setShown(null)} />}
    </>
  );
}

function CompareDialog({ copy, onClose }: { readonly copy: Copy; readonly onClose: () => void }): ReactNode {
  const { data, error } = useChannel('workspace.compareConflict', { id: copy.id });
  const { run, pending } = useCommand('workspace.openConflict');
  const { enter } = useFileActions();
  const open = async (): Promise<void> => {
    if ((await run({ id: copy.id })) === null) return;
    onClose();
    await enter();
  };
  const comparison = data?.comparison;
  return (
    <Dialog title="Two copies of one portfolio" size={680} onClose={onClose}>
      <div className="mf-held-choice">
        <p>
          {copy.fileName}, written {formatDateTime(copy.changedAt)}. {endOf(comparison)}
        </p>
        {error ? <p className="mf-muted">{error.message}</p> : null}
        {comparison && <ComparisonTable data={comparison} there="The copy beside it" />}
        <div className="mf-held-actions">
          <Button data-autofocus onClick={onClose}>
            Go on in this one
          </Button>
          <Button variant="default" loading={pending} onClick={() => void open()}>
            Open the copy instead
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** What is to be done about it. */
function endOf(comparison: Output<'workspace.compareConflict'>['comparison'] | undefined): string {
  if (comparison === undefined) return 'Reading it…';
  if (comparison === null) return 'It is not there any more.';
  const { here, there } = comparison;
  if (there.entries === 0) return 'It holds nothing that this one does not: it can be deleted.';
  if (here.entries === 0) return 'It has everything that this one has, and more: open it, and go on there.';
  return 'Each has changes of its own: go on in one, and enter there what only the other has. Nothing of either is lost.';
}
