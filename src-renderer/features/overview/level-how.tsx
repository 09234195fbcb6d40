import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { RELEASE_CHANGE_LABELS } from '#domain/models/release-changes';
import styles from '../../components/level/level.module.css';
import { formulaLines, workedLines } from '../../components/level/level-formula';
import { ThresholdTable } from '../../components/level/threshold-table';
import { formatCount, formatNumber } from '../../lib/format';
import { CountLink } from './count-link';
import type { LevelThresholds, Recommendation, Summary } from './overview-types';

interface LevelHowProps {
  readonly recommendation: Recommendation;
  readonly thresholds: LevelThresholds;
  readonly size: Summary['size'];
  readonly changes: Summary['releaseChanges'];
}

/** Of the releases behind the recorded rate, what they changed: a new prompt counts as new weights do. */
function releaseWords({ releases, said, byChange }: Summary['releaseChanges']): string {
  const all = `${formatCount(releases, 'release')} recorded in the last twelve months`;
  if (said === 0) return `${all}; of none somebody has said what changed.`;
  const parts = byChange.map(
    (one) => `${RELEASE_CHANGE_LABELS[one.change].toLowerCase()} ${formatNumber(one.releases)}`,
  );
  const open = releases - said;
  return `${all}. What changed: ${parts.join(', ')}${open > 0 ? `; of ${formatNumber(open)} nobody has said` : ''}. A release may change several things.`;
}

/** Opens the number to its formula, its thresholds and its rows. */
export function LevelHow({ recommendation, thresholds, size, changes }: LevelHowProps): ReactNode {
  return (
    <details className={styles.how}>
      <summary>How this is computed</summary>
      <div className={styles.howBody}>
        <div className={styles.formula}>{workedLines(recommendation, thresholds).join('\n')}</div>
        <div className={styles.formula}>{formulaLines(thresholds).join('\n')}</div>
        <ThresholdTable thresholds={thresholds} />
        <p className={styles.muted}>
          Thresholds, version {recommendation.thresholdsVersion}. They are a heuristic: nobody publishes numeric
          cut-offs. <Link to="/settings">Change them in Settings</Link>
        </p>
        {changes.releases > 0 && <p>{releaseWords(changes)}</p>}
        {size.stated !== null && size.basis === 'stated' ? (
          <p>
            <Link to="/assessments/$assessmentId/result" params={{ assessmentId: size.stated.assessmentId }}>
              The assessment “{size.stated.name}”
            </Link>{' '}
            was told n and U; no model in production stands behind them.
          </p>
        ) : (
          <p>
            <CountLink filter={{ inProduction: true }} title="In production">
              The {formatNumber(recommendation.models)} models in production
            </CountLink>{' '}
            are the rows behind n and U.
          </p>
        )}
      </div>
    </details>
  );
}
