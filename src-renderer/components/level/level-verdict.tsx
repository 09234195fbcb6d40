import type { ReactNode } from 'react';
import type { Recommendation } from '#domain/level/level-recommendation';
import styles from './level.module.css';

export const DRIVER_WORDS: Readonly<Record<Recommendation['driver'], string>> = {
  count: 'driven by the number of models',
  load: 'driven by how often they are updated',
  both: 'driven by number and updates alike',
  none: 'nothing in production yet',
};

/** The recommended level, what drove it and what it costs to be wrong. */
export function LevelVerdict({ recommendation }: { readonly recommendation: Recommendation }): ReactNode {
  const { level, reason } = recommendation;
  if (level === null) return <p className={styles.reason}>{reason}</p>;
  return (
    <div className={styles.verdict}>
      <p className={styles.level} data-level={level}>
        <span className={styles.levelWord}>Level</span>
        <span className={styles.levelNumber}>{level}</span>
      </p>
      <p className={styles.reason}>
        <strong>{reason}</strong> <span className={styles.muted}>{recommendation.costOfBeingWrong}</span>
      </p>
    </div>
  );
}
