import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatDate } from '../../../lib/format';
import { type Calendar, dayWords, placeOf, type Review } from './review-words';
import styles from './reviews.module.css';

interface ReviewRowProps {
  readonly review: Review;
  readonly months: Calendar['months'];
  readonly onRecord: () => void;
}

const percent = (at: number): string => `${(100 * at).toFixed(2)}%`;

/** One review on the axis of months: its day, and the regular one as a ring where an event brought it forward. */
export function ReviewRow({ review, months, onRecord }: ReviewRowProps): ReactNode {
  const { modelId, name, tier, owner, reviewer, day, before, overdue, event, why, fourEyes } = review;
  const at = placeOf(day, months);
  const ring = before === null ? null : placeOf(before, months);
  return (
    <tr>
      <th scope="row">
        <Link to="/models/$modelId" params={{ modelId }}>
          {name}
        </Link>
      </th>
      <td className="mf-number">{tier ?? '–'}</td>
      <td className={styles.person}>{owner || <span className="mf-muted">nobody</span>}</td>
      <td className={styles.person} title={fourEyes.words}>
        {reviewer === '' ? (
          <span className="mf-muted">nobody named</span>
        ) : fourEyes.state === 'broken' ? (
          <span className="mf-gov-act">◆ {reviewer}</span>
        ) : (
          reviewer
        )}
      </td>
      <td className={styles.lane}>
        <div className={styles.track}>
          {ring === null || before === null || ring >= 1 ? null : (
            <span className={styles.ring} style={{ left: percent(ring) }} title={`Regular day ${formatDate(before)}`}>
              ○
            </span>
          )}
          <span
            className={styles.mark}
            data-late={overdue || undefined}
            data-called={(event !== null && !overdue) || undefined}
            data-turned={at > 0.6 || undefined}
            style={{ left: percent(at) }}
            title={before === null ? why : `${why}; regular day ${formatDate(before)}`}
          >
            <span aria-hidden="true">{overdue ? '◆' : '●'}</span>
            <span>{dayWords(review)}</span>
          </span>
        </div>
      </td>
      <td>
        <Button size="compact-xs" variant="default" onClick={onRecord}>
          Record…
        </Button>
      </td>
    </tr>
  );
}
