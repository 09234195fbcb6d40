import type { ReactNode } from 'react';
import type { LevelThresholds } from '#domain/level/level-thresholds';
import { formatNumber } from '../../lib/format';
import styles from './level.module.css';

/** The visible table behind the recommended level. */
export function ThresholdTable({ thresholds }: { readonly thresholds: LevelThresholds }): ReactNode {
  const { countLevel1, countLevel2, loadLevel1, loadLevel2 } = thresholds;
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
          <td>up to {formatNumber(countLevel1)}</td>
          <td>up to {formatNumber(loadLevel1, 1)}</td>
        </tr>
        <tr>
          <th scope="row">2</th>
          <td>up to {formatNumber(countLevel2)}</td>
          <td>up to {formatNumber(loadLevel2, 1)}</td>
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
