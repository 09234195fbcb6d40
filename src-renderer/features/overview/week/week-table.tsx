import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import type { Output } from '#contract/index';
import { daysPassed } from '#domain/base/calendar';
import { useChannel } from '../../../client/use-query';
import { AskRetrainingButton } from '../../../components/retraining/ask-retraining';
import { RetrainingButton } from '../../../components/retraining/retraining-dialog';
import { StatusMark } from '../../../components/ui/status-mark';
import { TierMark } from '../../../components/ui/tier-mark';
import { formatDate, formatDated, formatNumber } from '../../../lib/format';
import { AttentionAction } from '../attention-action';
import { shortDate } from '../since';
import { useRowFocus } from './use-row-focus';
import styles from './week.module.css';
import type { WeekGroup, WeekRow } from './week-rows';

type Retraining = Output<'drift.retraining'>['items'][number];

const MARK_WORDS = { act: 'Act', watch: 'Watch', silent: 'Silent', note: 'Note' } as const satisfies Record<
  WeekRow['mark'],
  string
>;

function Mark({ mark }: { readonly mark: WeekRow['mark'] }): ReactNode {
  return (
    <>
      <span className="mf-hidden">{MARK_WORDS[mark]}</span>
      <span aria-hidden="true">{mark === 'note' ? '·' : <StatusMark status={mark} label="" />}</span>
    </>
  );
}

function Model({ row }: { readonly row: WeekRow }): ReactNode {
  return (
    <>
      {row.modelId === null ? (
        <span className="mf-muted">{row.name}</span>
      ) : (
        <Link to="/models/$modelId" params={{ modelId: row.modelId }} className={styles.name}>
          {row.name}
        </Link>
      )}{' '}
      {row.tier !== null && <TierMark tier={row.tier} />} {row.fresh && <span className={styles.fresh}>new</span>}
    </>
  );
}

function Incidents({ row }: { readonly row: WeekRow }): ReactNode {
  const [first, ...more] = row.incidents;
  if (!first) return <span className="mf-faint">–</span>;
  return (
    <>
      <Link to="/incidents/$incidentId" params={{ incidentId: first.id }}>
        {first.number}
      </Link>
      {more.length > 0 && <span className="mf-muted"> +{more.length}</span>}
    </>
  );
}

function Since({ row, at }: { readonly row: WeekRow; readonly at: string }): ReactNode {
  const { since, doubtful } = row;
  if (since === null) return <span className="mf-faint">–</span>;
  const days = daysPassed(since, at);
  const long = doubtful ? 'to be checked' : days > 0 ? `${formatNumber(days)} d` : '';
  return (
    <span title={formatDate(since)}>
      {shortDate(since, at)}
      {doubtful && '?'}
      {long !== '' && <span className="mf-muted"> · {long}</span>}
    </span>
  );
}

function Release({ release, at }: { readonly release: WeekRow['release']; readonly at: string }): ReactNode {
  if (release === null) return <span className="mf-faint">none recorded</span>;
  const { version, at: day, precision } = release;
  const when = day === null ? 'date not known' : precision === 'day' ? shortDate(day, at) : formatDated(day, precision);
  return <>{[version, when].filter((part) => part !== '').join(', ')}</>;
}

interface RowProps {
  readonly id: string;
  readonly row: WeekRow;
  readonly at: string;
  /** The item behind a row of retraining: its step is done here. */
  readonly item: Retraining | undefined;
}

function Row({ id, row, at, item }: RowProps): ReactNode {
  return (
    <tr data-row={id}>
      <td className={styles.mark}>
        <Mark mark={row.mark} />
      </td>
      <td className={styles.model}>
        <Model row={row} />
      </td>
      <td className={styles.what}>{row.what}</td>
      <td className={styles.incident}>
        <Incidents row={row} />
      </td>
      <td className={styles.owner} data-none={row.owner === '' || undefined}>
        {row.owner === '' ? 'no owner' : row.owner}
      </td>
      <td className={styles.when}>
        <Since row={row} at={at} />
      </td>
      <td className={styles.release}>
        <Release release={row.release} at={at} />
      </td>
      <td className={styles.action}>
        {item ? <RetrainingButton item={item} /> : <AttentionAction action={row.action} about={row.name} />}
      </td>
    </tr>
  );
}

const COLUMNS = 8;

/** A model may have rows in several groups. */
const rowId = ({ kind }: WeekGroup, { key }: WeekRow): string => `${kind} ${key}`;

function Group({
  group,
  at,
  items,
  asks,
}: {
  readonly group: WeekGroup;
  readonly at: string;
  readonly items: ReadonlyMap<string, Retraining>;
  /** There is a model that retraining could be asked for. */
  readonly asks: boolean;
}): ReactNode {
  const more = group.total - group.rows.length;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={COLUMNS} className={styles.group}>
          <span className={styles.groupTitle}>{group.title}</span>
          <span className={styles.change}>{group.change}</span>
          {group.kind === 'retraining' && asks && (
            <span className={styles.ask}>
              <AskRetrainingButton model={null} />
            </span>
          )}
        </th>
      </tr>
      {group.rows.map((row) => (
        <Row
          key={row.key}
          id={rowId(group, row)}
          row={row}
          at={at}
          item={group.kind === 'retraining' ? items.get(row.key) : undefined}
        />
      ))}
      {more > 0 && group.rows.length > 0 && (
        <tr>
          <td />
          <td colSpan={COLUMNS - 1} className="mf-muted">
            and {formatNumber(more)} more
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface WeekTableProps {
  readonly groups: readonly WeekGroup[];
  readonly at: string;
  readonly items: readonly Retraining[];
}

/** One table, five groups, one row height: what goes on, with whom, since when, and what is done about it. */
export function WeekTable({ groups, at, items }: WeekTableProps): ReactNode {
  const byId = new Map(items.map((item) => [item.id, item]));
  const { data: info } = useChannel('portfolio.info', {});
  const table = useRef<HTMLTableElement>(null);
  const { onFocus } = useRowFocus(
    table,
    groups.flatMap((group) => group.rows.map((row) => rowId(group, row))),
  );
  return (
    <table className={styles.table} ref={table} onFocus={onFocus}>
      <thead>
        <tr>
          <th scope="col">
            <span className="mf-hidden">Mark</span>
          </th>
          <th scope="col">Model</th>
          <th scope="col">What</th>
          <th scope="col" className={styles.incident}>
            Incident
          </th>
          <th scope="col">Owner</th>
          <th scope="col">Since</th>
          <th scope="col" className={styles.release}>
            Last release
          </th>
          <th scope="col">
            <span className="mf-hidden">Action</span>
          </th>
        </tr>
      </thead>
      {groups.map((group) => (
        <Group key={group.kind} group={group} at={at} items={byId} asks={(info?.inProduction ?? 0) > 0} />
      ))}
    </table>
  );
}
