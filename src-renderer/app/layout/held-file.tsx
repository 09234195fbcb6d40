import { Button, Modal, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { useFileActions } from '../../client/use-file-actions';
import { useChannel } from '../../client/use-query';
import { syncProgramOf } from '../../lib/sync-folder';
import { ComparisonTable } from './comparison-table';
import './held-file.css';

type OpenPortfolio = NonNullable<Output<'workspace.status'>['portfolio']>;

interface HeldProps {
  readonly portfolio: OpenPortfolio;
  readonly place: 'gone' | 'replaced';
}

function whyOf({ fileName, folder }: OpenPortfolio, place: HeldProps['place']): string {
  const program = syncProgramOf(folder);
  if (place === 'gone')
    return `${fileName} is not in its folder any more: it was moved, renamed or deleted, or its disk is gone. If it comes back, this goes away by itself.`;
  return program === null
    ? `Another program put another file in the place of ${fileName}.`
    : `${fileName} lies in a folder of ${program}, which put another copy in its place.`;
}

/** The file is not where it was: what is open is safe, nothing more is taken, and the person chooses how to go on. */
export function HeldFile({ portfolio, place }: HeldProps): ReactNode {
  const { keepCopy, openReplacement } = useFileActions();
  const [open, setOpen] = useState(true);
  const [pending, setPending] = useState(false);
  const take = (action: () => Promise<void>) => async (): Promise<void> => {
    setPending(true);
    await action();
    setPending(false);
  };
  const title = place === 'gone' ? 'The file is gone from its place' : 'The file was replaced';
  return (
    <>
      <p className="mf-held" role="alert">
        <span className="mf-hidden">{title}: changes are held. </span>
        <UnstyledButton className="mf-held-open" onClick={() => setOpen(true)}>
          <span aria-hidden="true">◆</span> Held: {place === 'gone' ? 'the file is gone' : 'the file was replaced'}
        </UnstyledButton>
      </p>
      <Modal opened={open} onClose={() => setOpen(false)} title={title} size={640}>
        <div className="mf-held-choice">
          <p>
            {whyOf(portfolio, place)} All that you did is safe here; changes are held until you choose. Nothing of
            either is lost.
          </p>
          {place === 'replaced' ? <Both /> : null}
          <div className="mf-held-actions">
            <Button data-autofocus loading={pending} onClick={() => void take(keepCopy)()}>
              Keep mine under another name
            </Button>
            {place === 'replaced' ? (
              <Button variant="default" disabled={pending} onClick={() => void take(openReplacement)()}>
                Open the new one, set mine aside
              </Button>
            ) : null}
          </div>
        </div>
      </Modal>
    </>
  );
}

/** What the two files have in common, and what only one of them has. */
function Both(): ReactNode {
  const { data: answer, error } = useChannel('workspace.compareReplaced', {});
  const data = answer?.comparison;
  if (error) return <p className="mf-muted">{error.message}</p>;
  if (!data) return <p className="mf-muted">Reading the file that lies there now…</p>;
  return <ComparisonTable data={data} there="The file that lies there now" />;
}
