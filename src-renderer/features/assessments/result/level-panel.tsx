import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../../client/use-query';
import { DecisionLine } from '../../../components/decision/decision-line';
import { flagsToShow } from '../../../components/level/level-formula';
import { UpdatesTable } from '../../../components/level/updates-table';
import { type BuildingKind, buildingOf } from './building';
import { growthPath, growthWords, readyWords } from './growth-path';
import { demandWords, levelCell, levelSpan } from './level-words';
import styles from './result.module.css';
import { SECTIONS } from './result-nav';
import type { Result } from './result-score';
import { Section } from './section';

const SHAPES: Readonly<Record<BuildingKind, string>> = { under: '◆', over: '▲', right: '●', open: '○' };

const DRIVERS = {
  count: 'driven by the number of models',
  load: 'driven by how often they are updated',
  both: 'driven by the number of models and how often they are updated',
  none: '',
} as const;

function Figure({
  label,
  value,
  level,
}: {
  readonly label: string;
  readonly value: string;
  readonly level: number | null;
}): ReactNode {
  return (
    <div className={styles.figure}>
      <dt className={styles.figureLabel}>{label}</dt>
      <dd className={styles.figureValue} data-level={level ?? undefined}>
        {value}
      </dd>
    </div>
  );
}

function Figures({ result: { assessment, score } }: { readonly result: Result }): ReactNode {
  const { level } = assessment.recommendation;
  return (
    <dl className={styles.figures}>
      <Figure
        label="Level held"
        value={levelSpan(score.overallLevel, score.overallLevelIfUnknownsBest)}
        level={score.overallLevel}
      />
      <Figure label="Recommended" value={level === null ? 'none yet' : levelCell(level)} level={level} />
      <Figure label="Target" value={levelCell(assessment.target)} level={assessment.target} />
    </dl>
  );
}

const unknownFlag = ({ flags }: Result['assessment']['recommendation']) =>
  flags.filter(({ code }) => code === 'unknown_frequency');

/** The rule of thumb is one half: what the money says stands beside it, where there is a plan that may be quoted. */
function Money(): ReactNode {
  const { data } = useChannel('overview.summary', {});
  const investment = data?.investment;
  if (!investment || investment.withheld !== null) return null;
  const { scenarioId, decision } = investment;
  return <DecisionLine scenarioId={scenarioId} headline={decision.headline} sentence={decision.sentence} />;
}

function Recommended({ result: { assessment } }: { readonly result: Result }): ReactNode {
  const { recommendation, inputs, thresholds, counted } = assessment;
  const { models, driver, sensitivity } = recommendation;
  const unknown = unknownFlag(recommendation);
  return (
    <div>
      <h3 className={styles.subTitle}>
        Why{' '}
        {recommendation.level === null ? 'nothing is recommended yet' : `level ${recommendation.level} is recommended`}
      </h3>
      <Money />
      <ul className={styles.words}>
        <li>
          {recommendation.reason} {DRIVERS[driver] !== '' && <span className="mf-muted">({DRIVERS[driver]})</span>}
        </li>
        {[...unknown, ...flagsToShow(recommendation)].map(({ code, message }) => (
          <li key={code}>{message}</li>
        ))}
        {sensitivity.words.map((words) => (
          <li key={words} className="mf-muted">
            {words}
          </li>
        ))}
        <li className="mf-muted">
          {demandWords(recommendation)}, held against the thresholds of version {thresholds.version}, which are a
          heuristic. {counted.size}{' '}
          {inputs.source === 'portfolio' && models > 0 && (
            <Link
              to="/portfolio"
              search={{
                filter: { inProduction: true, ...(assessment.unit === '' ? {} : { unit: [assessment.unit] }) },
              }}
            >
              Open the models
            </Link>
          )}
        </li>
      </ul>
    </div>
  );
}

function WhenItChanges({ result, today }: LevelPanelProps): ReactNode {
  const { assessment } = result;
  const ready = readyWords(result, today);
  const path = growthPath(assessment, today);
  const growth = growthWords(assessment);
  return (
    <div>
      <h3 className={styles.subTitle}>When it changes</h3>
      <ul className={styles.words}>
        {path.alreadyLate && (
          <li className={styles.late}>
            <span aria-hidden="true">◆ </span>Already late
          </li>
        )}
        {ready !== '' && <li>{ready}</li>}
        <li>{path.words}</li>
        {growth !== '' && <li className="mf-muted">{growth}</li>}
      </ul>
      {assessment.recommendation.updates && <UpdatesTable updates={assessment.recommendation.updates} />}
    </div>
  );
}

interface LevelPanelProps {
  readonly result: Result;
  readonly today: string;
}

/** The level held against the recommended one, in plain words, and when the need changes. */
export function LevelPanel({ result, today }: LevelPanelProps): ReactNode {
  const building = buildingOf(result);
  return (
    <Section
      id={SECTIONS.level}
      title="Held against what is needed"
      hint="The level held is that of the weakest component; the recommended one follows from models and updates."
    >
      <div className={styles.level}>
        <div className={styles.verdictBox}>
          <Figures result={result} />
          <h3 className={styles.building} data-kind={building.kind}>
            <span aria-hidden="true">{SHAPES[building.kind]}</span> {building.word}
          </h3>
          <ul className={styles.words}>
            {building.words.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        </div>
        <Recommended result={result} />
        <WhenItChanges result={result} today={today} />
      </div>
    </Section>
  );
}
