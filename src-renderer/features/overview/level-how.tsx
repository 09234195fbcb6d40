import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatNumber } from '../../lib/format';
import { CountLink } from './count-link';
import { formulaLines, workedLines } from './level-formula';
import styles from './level.module.css';
import type { LevelThresholds, Recommendation } from './overview-types';

interface LevelHowProps {
  readonly recommendation: Recommendation;
  readonly thresholds: LevelThresholds;
}

function ThresholdTable({ thresholds }: { readonly thresholds: LevelThresholds }): ReactNode {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">Level</th>
          <th scope="col">Models (n)</th>
          <th scope="col">Updates a year (U)</th>
        </tr>
      </thead>
      <tbody>
        <tr>
          <th scope="row">1</th>
          <td>up to {formatNumber(thresholds.countLevel1)}</td>
          <td>up to {formatNumber(thresholds.loadLevel1, 1)}</td>
        </tr>
        <tr>
          <th scope="row">2</th>
          <td>up to {formatNumber(thresholds.countLevel2)}</td>
          <td>up to {formatNumber(thresholds.loadLevel2, 1)}</td>
        </tr>
        <tr>
          <th scope="row">3</th>
          <td>more</td>
          <td>more</td>
        </tr>
      </tbody>
    </table>
  );
}

/** Opens the number to its formula, its thresholds and its rows. */
export function LevelHow({ recommendation, thresholds }: LevelHowProps): ReactNode {
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
        <p>
          <CountLink filter={{ inProduction: true }} title="In production">
            The {formatNumber(recommendation.models)} models in production
          </CountLink>{' '}
          are the rows behind n and U.
        </p>
      </div>
    </details>
  );
}
