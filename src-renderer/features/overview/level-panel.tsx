import type { ReactNode } from 'react';
import type { Settings } from '#contract/settings';
import { Panel } from '../../components/ui/panel';
import { useAsOf } from './as-of';
import { flagsToShow, unknownWords } from './level-formula';
import { LevelHow } from './level-how';
import { levelMatrix } from './level-matrix';
import { LevelMatrixView } from './level-matrix-view';
import styles from './level.module.css';
import type { Recommendation } from './overview-types';

const DRIVERS: Readonly<Record<Recommendation['driver'], string>> = {
  count: 'driven by the number of models',
  load: 'driven by how often they are updated',
  both: 'driven by number and updates alike',
  none: 'nothing in production yet',
};

function Verdict({ recommendation }: { readonly recommendation: Recommendation }): ReactNode {
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

function Words({
  recommendation,
  today,
}: {
  readonly recommendation: Recommendation;
  readonly today: string;
}): ReactNode {
  const unknown = unknownWords(recommendation);
  const flags = flagsToShow(recommendation);
  return (
    <ul className={styles.words}>
      <li>{today}.</li>
      {unknown !== '' && <li className={styles.flag}>{unknown}</li>}
      {flags.map((flag) => (
        <li key={flag.code} className={styles.flag}>
          {flag.message}
        </li>
      ))}
      {recommendation.sensitivity.words.map((words) => (
        <li key={words} className={styles.muted}>
          {words}
        </li>
      ))}
    </ul>
  );
}

interface LevelPanelProps {
  readonly recommendation: Recommendation;
  readonly settings: Settings;
}

/** The level that the portfolio needs, where it stands among all sizes and paces, and what would change it. */
export function LevelPanel({ recommendation, settings }: LevelPanelProps): ReactNode {
  const { models, load, unknownFrequency, level } = recommendation;
  const { levelThresholds, updatesPerYear } = settings;
  const when = useAsOf().day === null ? 'Today' : 'Then';
  const matrix = levelMatrix({ thresholds: levelThresholds, updatesPerYear, models, load, unknownFrequency, when });
  const title = level === null ? 'Recommended level' : `Recommended: level ${level}`;
  return (
    <Panel title={title} hint={DRIVERS[recommendation.driver]}>
      <Verdict recommendation={recommendation} />
      <LevelMatrixView matrix={matrix} when={when.toLowerCase()} />
      <Words recommendation={recommendation} today={matrix.markWords.replace(/\.$/u, '')} />
      <LevelHow recommendation={recommendation} thresholds={levelThresholds} />
    </Panel>
  );
}
