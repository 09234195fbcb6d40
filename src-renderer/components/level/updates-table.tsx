import type { ReactNode } from 'react';
import type { UpdatesSeen } from '#domain/level/updates-seen';
import { QUANTITIES } from '#domain/quantities/quantities';
import { formatCount, formatDate, formatNumber } from '../../lib/format';
import { StatusMark } from '../ui/status-mark';
import styles from './level.module.css';

interface RowProps {
  readonly label: string;
  /** What is counted, in the words of the register. */
  readonly definition: string;
  readonly reading: UpdatesSeen['noted'];
  readonly unknown: string;
}

function Row({ label, definition, reading, unknown }: RowProps): ReactNode {
  const { perModel, load, byUpdates, level, unknown: without } = reading;
  const least = without === undefined ? '' : '≥ ';
  return (
    <tr>
      <th scope="row" title={definition}>
        {label}
      </th>
      {perModel === null || load === null ? (
        <td colSpan={4} className={styles.muted}>
          {unknown}
        </td>
      ) : (
        <>
          <td className="mf-number">{formatNumber(perModel, 1)}</td>
          <td className="mf-number">{`${least}${formatNumber(load, load < 10 ? 1 : 0)}`}</td>
          <td className="mf-number">{`${byUpdates === 3 ? '' : least}${byUpdates}`}</td>
          <td className="mf-number">{`${level === 3 ? '' : least}${level}`}</td>
        </>
      )}
    </tr>
  );
}

/** What was recorded in which days, and what of it counts as an update. */
function windowWords({ from, to, releases, updates, undated }: UpdatesSeen['recorded']): string {
  const days = `from ${formatDate(from)} to ${formatDate(to)}`;
  const left = undated > 0 ? ` ${formatCount(undated, 'model')} without dates left out.` : '';
  if (releases === 0) return `No release is recorded ${days}: that is not known, not none.${left}`;
  const first =
    releases === updates
      ? 'none of them the first of its model'
      : `${formatNumber(updates)} after the first of a model, which count as updates`;
  return `${formatCount(releases, 'release')} recorded ${days}, ${first}.${left}`;
}

/** How often models are updated by what was noted and by what the moves show, each with the level that it gives. */
export function UpdatesTable({ updates }: { readonly updates: UpdatesSeen }): ReactNode {
  const { told, noted, recorded, apart, times } = updates;
  return (
    <div className={styles.updates}>
      <table className="mf-table">
        <caption className="mf-hidden">Updates a year, {told} and recorded</caption>
        <thead>
          <tr>
            <th scope="col">Updates a year</th>
            <th scope="col" className="mf-number">
              A model
            </th>
            <th scope="col" className="mf-number">
              In all
            </th>
            <th scope="col" className="mf-number">
              By updates
            </th>
            <th scope="col" className="mf-number">
              Level
            </th>
          </tr>
        </thead>
        <tbody>
          <Row
            label={told === 'noted' ? 'Noted' : 'Stated'}
            definition={told === 'noted' ? QUANTITIES.updatesNoted.definition : 'what the assessment was told'}
            reading={noted}
            unknown="not known"
          />
          <Row
            label="Recorded"
            definition={QUANTITIES.updatesRecorded.definition}
            reading={recorded}
            unknown="not recorded"
          />
        </tbody>
      </table>
      {apart && times !== null && (
        <p>
          <StatusMark status="watch" label={`${formatNumber(times, 1)} times apart`} />
        </p>
      )}
      {noted.unknown === undefined ? null : (
        <p className={styles.muted}>
          Of {formatCount(noted.unknown, 'model')} none are {told}: what is {told} in all is the least that it can be.
        </p>
      )}
      <p className={styles.muted}>{windowWords(recorded)}</p>
    </div>
  );
}
