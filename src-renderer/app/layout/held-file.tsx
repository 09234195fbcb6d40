import { Button, Modal, UnstyledButton } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { columnLabel } from '#domain/models/column-label';
import { useFileActions } from '../../client/use-file-actions';
import { useChannel } from '../../client/use-query';
import { formatCount, formatDateTime, formatNumber } from '../../lib/format';
import { syncProgramOf } from '../../lib/sync-folder';
import './held-file.css';

type OpenPortfolio = NonNullable<Output<'workspace.status'>['portfolio']>;
type Comparison = NonNullable<Output<'workspace.compareReplaced'>['comparison']>;
type Side = Comparison['here'];

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

const lastOf = ({ lastChange }: Side): string =>
  lastChange ? `${formatDateTime(lastChange.at)}, ${lastChange.actor}` : 'none';

const onlyOf = ({ entries, actors }: Side): string =>
  entries === 0 ? 'nothing' : `${formatCount(entries, 'change')} by ${actors.join(', ')}`;

const holdsOf = ({ models, incidents }: Side): string =>
  `${formatCount(models, 'model')}, ${formatCount(incidents, 'incident')}`;

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const shownValue = (value: unknown): string =>
  value === null || value === '' ? 'empty' : typeof value === 'number' ? formatNumber(value, 6) : String(value);

const ROWS: readonly (readonly [string, (side: Side) => string])[] = [
  ['Last change', lastOf],
  ['Only in this one', onlyOf],
  ['Holds', holdsOf],
];

/** What the two files have in common, and what only one of them has. */
function Both(): ReactNode {
  const { data: answer, error } = useChannel('workspace.compareReplaced', {});
  const data = answer?.comparison;
  if (error) return <p className="mf-muted">{error.message}</p>;
  if (!data) return <p className="mf-muted">Reading the file that lies there now…</p>;
  return (
    <table className="mf-table mf-held-table">
      <caption>
        {data.sameUntil === null
          ? 'They are the same up to the beginning.'
          : `They are the same up to entry ${formatNumber(data.same)} of the journal, ${formatDateTime(data.sameUntil)}.`}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="mf-hidden">What</span>
          </th>
          <th scope="col">Yours, still open here</th>
          <th scope="col">The file that lies there now</th>
        </tr>
      </thead>
      <tbody>
        {ROWS.map(([label, words]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{words(data.here)}</td>
            <td>{words(data.there)}</td>
          </tr>
        ))}
        {data.fields.map(({ table, id, column, name, here, there }) => (
          <tr key={`${table} ${id} ${column}`}>
            <th scope="row">
              {capital(columnLabel(table, column))} of {name ?? `a row of ${table.replaceAll('_', ' ')}`}
            </th>
            <td>{shownValue(here)}</td>
            <td>{shownValue(there)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
