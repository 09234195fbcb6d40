import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { Output } from '#contract/index';
import { sayMonth } from '#domain/base/calendar';
import type { ChangeGroup } from '../../../../components/journal/change-groups';
import { StatusMark } from '../../../../components/ui/status-mark';
import { DateText } from '../../../../components/ui/text';
import { formatCount, formatNumber } from '../../../../lib/format';
import { foldEvents, type TimelineRow } from './fold-events';
import { KIND_LABELS } from './kinds';
import styles from './timeline.module.css';

type Event = Output<'models.timeline'>['events'][number];
type Changes = ReadonlyMap<number, ChangeGroup>;
type Change = ChangeGroup['changes'][number];

function ChangeWords({ change }: { readonly change: Change }): ReactNode {
  return (
    <>
      {change.field}:{' '}
      {change.before !== '' && (
        <>
          <span className={styles.before}>{change.before}</span>
          <span aria-hidden="true"> → </span>
          <span className="mf-hidden"> became </span>
        </>
      )}
      <span className={styles.after}>{change.after === '' ? 'nothing' : change.after}</span>
    </>
  );
}

/** What an entry of the journal changed: one field in the line, more of them behind their number. */
function Changed({ event, changes }: { readonly event: Event; readonly changes: Changes }): ReactNode {
  if (event.kind !== 'edits' && event.kind !== 'imports') return null;
  const all = event.seqs.flatMap((seq) => changes.get(seq)?.changes ?? []);
  const [first, ...more] = all;
  if (!first) return null;
  if (more.length === 0) return <ChangeWords change={first} />;
  return (
    <details>
      <summary>{formatCount(all.length, 'field')}</summary>
      <ul className={styles.changes}>
        {all.map((change) => (
          <li key={change.field}>
            <ChangeWords change={change} />
          </li>
        ))}
      </ul>
    </details>
  );
}

function EventRow({ event, changes }: { readonly event: Event; readonly changes: Changes }): ReactNode {
  return (
    <tr>
      <td className={styles.when}>
        <DateText value={event.at} precision={event.precision} unknown="no date" />
      </td>
      <td className={styles.kind}>{KIND_LABELS[event.kind].one}</td>
      <td>
        <div className={styles.what}>
          <span>{event.mark !== null && <StatusMark status={event.mark} label="" />}</span>
          <span>
            {event.incidentId === null ? (
              event.what
            ) : (
              <Link to="/incidents/$incidentId" params={{ incidentId: event.incidentId }}>
                {event.what}
              </Link>
            )}
          </span>
        </div>
      </td>
      <td className={styles.detail}>
        {event.detail}
        <Changed event={event} changes={changes} />
      </td>
      <td className={styles.who}>{event.who}</td>
    </tr>
  );
}

const sayPeriod = (key: string): string => {
  if (key === 'undated') return 'Without a date';
  return key.length > 4 ? sayMonth(key) : key;
};

type Period = Extract<TimelineRow<Event>, { type: 'period' }>;

function PeriodRow({ row, onToggle }: { readonly row: Period; readonly onToggle: (key: string) => void }): ReactNode {
  const rest = row.key.endsWith('+');
  return (
    <tr>
      <th scope="colgroup" colSpan={5} className={styles.period} data-depth={row.depth}>
        <button type="button" aria-expanded={rest ? undefined : row.open} onClick={() => onToggle(row.key)}>
          {rest ? (
            `Show ${formatNumber(row.count)} more of ${sayPeriod(row.key.slice(0, -1))}`
          ) : (
            <>
              <span aria-hidden="true">{row.open ? '▾' : '▸'}</span> {sayPeriod(row.key)}{' '}
              <span className="mf-muted">{formatCount(row.count, 'event')}</span>
            </>
          )}
        </button>
      </th>
    </tr>
  );
}

interface ListProps {
  readonly events: readonly Event[];
  /** What entries of the journal changed, by their number. */
  readonly changes: Changes;
}

/** All that happened, the newest first; long years and months are folded to a line with their number. */
export function TimelineList({ events, changes }: ListProps): ReactNode {
  const [toggled, setToggled] = useState<ReadonlySet<string>>(new Set());
  const toggle = (key: string): void =>
    setToggled((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  return (
    <table className={styles.list}>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col">Kind</th>
          <th scope="col">What</th>
          <th scope="col">Detail</th>
          <th scope="col">Who</th>
        </tr>
      </thead>
      <tbody>
        {foldEvents(events, toggled).map((row) =>
          row.type === 'period' ? (
            <PeriodRow key={row.key} row={row} onToggle={toggle} />
          ) : (
            <EventRow key={row.event.key} event={row.event} changes={changes} />
          ),
        )}
      </tbody>
    </table>
  );
}
