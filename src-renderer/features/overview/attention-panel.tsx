import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useFollows } from '../../components/follow/use-follows';
import { Panel } from '../../components/ui/panel';
import { StatusMark } from '../../components/ui/status-mark';
import { TierMark } from '../../components/ui/tier-mark';
import { formatNumber } from '../../lib/format';
import { useAsOf } from './as-of';
import styles from './attention.module.css';
import { AttentionAction } from './attention-action';
import type { AttentionRow, Summary } from './overview-types';
import { howLongWords, sinceDate } from './since';
import { useRowsThatFit } from './use-rows-that-fit';

const WORDS = { act: 'Act', watch: 'Watch', note: 'Note' } as const satisfies Record<AttentionRow['severity'], string>;

function Mark({ row }: { readonly row: AttentionRow }): ReactNode {
  const status = row.kind === 'silent' ? 'silent' : row.severity === 'note' ? 'unknown' : row.severity;
  return (
    <>
      <span className="mf-hidden">{row.kind === 'silent' ? 'Silent' : WORDS[row.severity]}</span>
      <span aria-hidden="true">{status === 'unknown' ? '·' : <StatusMark status={status} label="" />}</span>
    </>
  );
}

/** `Incident 46 open (SEV 2)` with its number as the way to it. */
function Detail({ row }: { readonly row: AttentionRow }): ReactNode {
  const parts: ReactNode[] = [];
  let rest = row.detail;
  for (const { id, number } of row.incidents) {
    const found = new RegExp(`\\b${number}\\b(?= (open|mitigated|\\())`).exec(rest);
    if (!found) continue;
    parts.push(
      rest.slice(0, found.index),
      <Link key={id} to="/incidents/$incidentId" params={{ incidentId: id }}>
        {number}
      </Link>,
    );
    rest = rest.slice(found.index + found[0].length);
  }
  return (
    <>
      {parts}
      {rest}
    </>
  );
}

function What({ row }: { readonly row: AttentionRow }): ReactNode {
  return (
    <>
      <span className={styles.title}>
        {row.modelId === null ? (
          row.title
        ) : (
          <Link to="/models/$modelId" params={{ modelId: row.modelId }} className={styles.name}>
            {row.title}
          </Link>
        )}
        {row.modelId !== null && row.tier !== null && (
          <>
            {' '}
            <TierMark tier={row.tier} />
          </>
        )}
      </span>
      <span className={styles.detail}>
        <Detail row={row} />
      </span>
    </>
  );
}

const ownerWords = ({ owner }: AttentionRow): string => (owner === null ? '–' : owner === '' ? 'no owner' : owner);

interface RowProps {
  readonly row: AttentionRow;
  readonly at: string;
  /** A past day offers nothing to do. */
  readonly past: boolean;
}

function Row({ row, at, past }: RowProps): ReactNode {
  const since = sinceDate(row);
  return (
    <tr>
      <td className={styles.mark}>
        <Mark row={row} />
      </td>
      <td className={styles.what}>
        <What row={row} />
      </td>
      <td className={styles.owner} data-none={row.owner === '' || undefined}>
        {ownerWords(row)}
        {/* Where it is narrow, owner and date share a column. */}
        {row.since !== null && (
          <span className={styles.both}>
            since <span className={styles.date}>{since}</span>
          </span>
        )}
      </td>
      <td className={styles.since}>
        <span>{since}</span>
        <span className={styles.detail}>{howLongWords(row, at)}</span>
      </td>
      {!past && (
        <td className={styles.action}>
          <AttentionAction action={row.action} about={row.title} />
        </td>
      )}
    </tr>
  );
}

const nothing = (past: boolean): string =>
  past
    ? 'Nothing did, of drift, silence, retraining, incidents, monitoring and validation.'
    : 'Nothing does: drift, silence, incidents, owners, tiers and reviews are in order.';

const ofFollowed = (past: boolean, some: boolean): string =>
  some
    ? `${past ? 'Nothing did' : 'Nothing does'}, of what you follow.`
    : 'You follow nothing yet: open a model or an incident and choose Follow.';

/** What to do first: a row a model with all that is wrong with it, its owner, since when, and its one action. */
export function AttentionPanel({ summary }: { readonly summary: Summary }): ReactNode {
  const [all, setAll] = useState(false);
  const { day, followed, showFollowed } = useAsOf();
  const past = day !== null;
  const { follows } = useFollows();
  const some = follows !== undefined && follows.models.length + follows.incidents.length > 0;
  const fit = useRowsThatFit();
  const { rows, total } = summary.attentionRows;
  // One row more than fits is shown rather than hidden behind a button.
  const shown = all || rows.length <= fit + 1 ? rows : rows.slice(0, fit);
  const more = total > shown.length || all;
  return (
    <Panel
      className={styles.panel ?? ''}
      title={past ? 'What needed attention then' : 'What needs attention first'}
      hint={
        past
          ? 'Owners and tiers are those of today. Reviews, approvals and empty fields of that day are not noted, nor is since when a model had drifted.'
          : 'One row a model, whatever is wrong with it: the gravest first, then by tier.'
      }
      actions={
        <>
          {(some || followed) && (
            <button
              type="button"
              className={styles.all}
              aria-pressed={followed}
              onClick={() => showFollowed(!followed)}
            >
              {followed ? 'Of the whole portfolio' : 'Only what I follow'}
            </button>
          )}
          {more && rows.length > fit + 1 ? (
            <button type="button" className={styles.all} onClick={() => setAll(!all)}>
              {all ? 'The first only' : `All ${formatNumber(total)}`}
            </button>
          ) : undefined}
        </>
      }
    >
      {rows.length === 0 ? (
        <p className={styles.detail}>{followed ? ofFollowed(past, some) : nothing(past)}</p>
      ) : (
        <table className={styles.table} {...(past && { 'data-past': true })}>
          <thead>
            <tr>
              <th scope="col">
                <span className="mf-hidden">Mark</span>
              </th>
              <th scope="col">What</th>
              <th scope="col">Owner</th>
              <th scope="col" className={styles.since}>
                Since
              </th>
              {!past && (
                <th scope="col">
                  <span className="mf-hidden">Action</span>
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <Row key={`${row.kind} ${row.modelId ?? row.title}`} row={row} at={summary.at} past={past} />
            ))}
          </tbody>
        </table>
      )}
      {all && total > rows.length && (
        <p className={styles.detail}>and {formatNumber(total - rows.length)} more, as the portfolio filters them</p>
      )}
    </Panel>
  );
}
