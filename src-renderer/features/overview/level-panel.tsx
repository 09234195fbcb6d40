import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Settings } from '#contract/portfolio/settings';
import styles from '../../components/level/level.module.css';
import { flagsToShow, unknownWords } from '../../components/level/level-formula';
import { levelMatrix } from '../../components/level/level-matrix';
import { LevelMatrixView } from '../../components/level/level-matrix-view';
import { DRIVER_WORDS, LevelVerdict } from '../../components/level/level-verdict';
import { UpdatesTable } from '../../components/level/updates-table';
import { Panel } from '../../components/ui/panel';
import { formatDate } from '../../lib/format';
import { useAsOf } from './as-of';
import { LevelHow } from './level-how';
import type { Recommendation, Summary } from './overview-types';

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

/** The level that an assessment found, or the way to find it. */
function Held({ held }: { readonly held: Summary['held'] }): ReactNode {
  if (held === null) {
    return (
      <p className={styles.held}>
        Which level you work at is not known yet. <Link to="/assessments/start">Start an assessment</Link>
      </p>
    );
  }
  const found = held.level === 0 ? 'below level 1' : `at level ${held.level}`;
  return (
    <p className={styles.held}>
      You work {found}, as “{held.name}” found on {formatDate(held.finishedAt)}.{' '}
      <Link to="/assessments/$assessmentId/result" params={{ assessmentId: held.assessmentId }}>
        Open its result
      </Link>
    </p>
  );
}

interface LevelPanelProps {
  readonly held: Summary['held'];
  readonly recommendation: Recommendation;
  readonly settings: Settings;
  readonly size: Summary['size'];
  readonly changes: Summary['releaseChanges'];
}

/** The level that the portfolio needs, where it stands among all sizes and paces, and what would change it. */
export function LevelPanel({ held, recommendation, settings, size, changes }: LevelPanelProps): ReactNode {
  const { models, load, unknownFrequency, level } = recommendation;
  const { levelThresholds, updatesPerYear } = settings;
  const when = useAsOf().day === null ? 'Today' : 'Then';
  const matrix = levelMatrix({ thresholds: levelThresholds, updatesPerYear, models, load, unknownFrequency, when });
  const title = level === null ? 'Recommended level' : `Recommended: level ${level}`;
  return (
    <Panel title={title} hint={DRIVER_WORDS[recommendation.driver]}>
      <LevelVerdict recommendation={recommendation} />
      <Held held={held} />
      {recommendation.updates && <UpdatesTable updates={recommendation.updates} />}
      <LevelMatrixView matrix={matrix} when={when.toLowerCase()} />
      <Words recommendation={recommendation} today={matrix.markWords.replace(/\.$/u, '')} />
      <LevelHow recommendation={recommendation} thresholds={levelThresholds} size={size} changes={changes} />
    </Panel>
  );
}
