import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import styles from '../../components/level/level.module.css';
import { formulaLines, workedLines } from '../../components/level/level-formula';
import { ThresholdTable } from '../../components/level/threshold-table';
import { formatNumber } from '../../lib/format';
import { CountLink } from './count-link';
import type { LevelThresholds, Recommendation, Summary } from './overview-types';

interface LevelHowProps {
  readonly recommendation: Recommendation;
  readonly thresholds: LevelThresholds;
  readonly size: Summary['size'];
}

/** Opens the number to its formula, its thresholds and its rows. */
export function LevelHow({ recommendation, thresholds, size }: LevelHowProps): ReactNode {
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
