import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useId, useState } from 'react';
import type { Output } from '#contract/index';
import { useCommand } from '../../client/use-command';
import { useChannel } from '../../client/use-query';
import { formatCount } from '../../lib/format';
import { clockOrDay } from '../../lib/share-state';
import { sayNames } from '../../lib/share-words';
import './away-banner.css';

type Row = Output<'share.away'>['rows'][number];

/** More people are counted. */
const NAMED = 3;

function sayPeople(people: readonly string[]): string {
  if (people.length <= NAMED) return sayNames(people);
  return `${people.slice(0, NAMED - 1).join(', ')} and ${people.length - NAMED + 1} others`;
}

function Line({ row }: { readonly row: Row }): ReactNode {
  const { modelId, modelName, label, actor, at } = row;
  return (
    <li>
      <span>
        {modelId === null ? (
          label
        ) : (
          <Link to="/models/$modelId" params={{ modelId }}>
            {label}
            {modelName === null || label.includes(modelName) ? '' : ` (${modelName})`}
          </Link>
        )}
      </span>
      <span className="mf-muted">
        {actor}, {clockOrDay(at)}
      </span>
    </li>
  );
}

/** What others did while nobody looked here: told once, until somebody has seen it. */
export function AwayBanner(): ReactNode {
  const { data } = useChannel('share.away', {});
  const { run, pending } = useCommand('share.looked', { quiet: true });
  const [open, setOpen] = useState(false);
  const id = useId();
  if (!data || data.total === 0) return null;
  const { since, total, people, rows } = data;
  const from = since === null ? '' : ` since ${clockOrDay(since)}`;
  return (
    <section className="mf-away" aria-label="While you were away">
      <div className="mf-away-head">
        <span>
          <strong>While you were away</strong> {sayPeople(people)} made {formatCount(total, 'change', 'changes')}
          {from}.
        </span>
        <span className="mf-conflict-ways">
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            {open ? 'Hide' : 'Show'}
          </Button>
          <Button size="compact-sm" variant="subtle" loading={pending} onClick={() => void run({})}>
            Seen
          </Button>
        </span>
      </div>
      {open && (
        <ul id={id} className="mf-away-list">
          {rows.map((row) => (
            <Line key={row.seq} row={row} />
          ))}
          {total > rows.length && (
            <li>
              <Link to="/journal">{formatCount(total - rows.length, 'change', 'changes')} more, in the journal</Link>
            </li>
          )}
        </ul>
      )}
    </section>
  );
}
