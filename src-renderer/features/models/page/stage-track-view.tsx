import type { ReactNode } from 'react';
import { formatDated } from '../../../lib/format';
import styles from './model.module.css';
import { stopWords, type TrackStop } from './stage-track';

const whenText = (stop: TrackStop): string => {
  if (stop.state === 'ahead' || stop.state === 'skipped') return '';
  return stop.at === null ? 'no date' : formatDated(stop.at, stop.precision);
};

/** The life of the model from left to right: full dots were reached, the ring is where it is. */
export function StageTrackView({ stops }: { readonly stops: readonly TrackStop[] }): ReactNode {
  return (
    <div className={styles.trackBox}>
      <ol className={styles.track} aria-label="Stages">
        {stops.map((stop) => (
          <li key={stop.stage} className={styles.stop} data-state={stop.state} data-reached={stop.reached}>
            <span className="mf-hidden">{stopWords(stop, formatDated)}</span>
            <span className={styles.dot} aria-hidden="true" />
            <span className={styles.stopLabel} aria-hidden="true">
              {stop.label}
            </span>
            <span className={styles.stopDate} aria-hidden="true">
              {whenText(stop)}
              {stop.entries > 1 && ` ×${stop.entries}`}
            </span>
            {stop.correction && (
              <span className={styles.stopDate} aria-hidden="true">
                corrected
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}
