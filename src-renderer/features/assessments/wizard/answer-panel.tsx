import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { recommendLevel } from '#domain/level/level-recommendation';
import type { LevelThresholds } from '#domain/level/level-thresholds';
import levelStyles from '../../../components/level/level.module.css';
import { flagsToShow, formulaLines, unknownWords, workedLines } from '../../../components/level/level-formula';
import { LevelMatrixView } from '../../../components/level/level-matrix-view';
import { DRIVER_WORDS, LevelVerdict } from '../../../components/level/level-verdict';
import { ThresholdTable } from '../../../components/level/threshold-table';
import { UpdatesTable } from '../../../components/level/updates-table';
import { Panel } from '../../../components/ui/panel';
import { StatusMark } from '../../../components/ui/status-mark';
import { formatNumber } from '../../../lib/format';
import styles from './start.module.css';
import type { StartAnswer } from './use-start';

interface AnswerPanelProps {
  readonly answer: StartAnswer;
  readonly thresholds: LevelThresholds;
}

/** When the level changes, and by when to start. */
function WhenWords({ answer }: { readonly answer: StartAnswer }): ReactNode {
  const { path } = answer;
  if (path.today === null && path.changes.length === 0) return null;
  return (
    <div className={styles.when}>
      {path.alreadyLate && <StatusMark status="act" label="Already late" />}
      {!path.alreadyLate && path.startBy !== null && <StatusMark status="watch" label="The level changes" />}
      <p>{path.words}</p>
    </div>
  );
}

/** Releases a year over all models, as far as they are known. */
function loadText({ recommendation, paceUnknown }: StartAnswer, load: number): string {
  const { models, unknownFrequency } = recommendation;
  if (paceUnknown.growth || (models > 0 && unknownFrequency >= models)) return 'not known';
  return `${unknownFrequency > 0 ? 'at least ' : ''}${formatNumber(load, 1)}`;
}

/** The points of the line, in numbers. */
function PlanTable({ answer, thresholds }: AnswerPanelProps): ReactNode {
  if (answer.inputs.growthModels === 0) return null;
  return (
    <table className={`mf-table ${styles.plan}`}>
      <caption className="mf-hidden">The plan in numbers</caption>
      <thead>
        <tr>
          <th scope="col">When</th>
          <th scope="col" className="mf-number">
            Models
          </th>
          <th scope="col" className="mf-number">
            Updates a year, all
          </th>
          <th scope="col" className="mf-number">
            Level
          </th>
        </tr>
      </thead>
      <tbody>
        {answer.points.map(({ months, models, load }) => (
          <tr key={months}>
            <td>{months === 0 ? 'Today' : `In ${months} months`}</td>
            <td className="mf-number">{formatNumber(models)}</td>
            <td className="mf-number">{loadText(answer, load)}</td>
            <td className="mf-number">{recommendLevel({ models, load, thresholds }).level ?? 'none'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Words({ answer }: { readonly answer: StartAnswer }): ReactNode {
  const { recommendation, matrix } = answer;
  const unknown = unknownWords(recommendation);
  return (
    <ul className={levelStyles.words}>
      <li>{matrix.markWords.replace(/\.$/u, '')}.</li>
      {unknown !== '' && <li className={levelStyles.flag}>{unknown}</li>}
      {flagsToShow(recommendation).map(({ code, message }) => (
        <li key={code} className={levelStyles.flag}>
          {message}
        </li>
      ))}
      {recommendation.sensitivity.words.map((words) => (
        <li key={words} className={levelStyles.muted}>
          {words}
        </li>
      ))}
    </ul>
  );
}

function Thresholds({ answer, thresholds }: AnswerPanelProps): ReactNode {
  return (
    <Panel
      title={`Where the levels meet, version ${thresholds.version}`}
      hint={`A heuristic: nobody publishes numeric limits. The higher of the two readings counts; at most level 2 with fewer than ${formatNumber(thresholds.capBelow)} models.`}
      actions={<Link to="/settings">Change in Settings</Link>}
    >
      <div className={styles.thresholds}>
        <ThresholdTable thresholds={thresholds} />
        <details className={styles.how}>
          <summary>How this is computed</summary>
          <div className={levelStyles.formula}>{workedLines(answer.recommendation, thresholds).join('\n')}</div>
          <div className={levelStyles.formula}>{formulaLines(thresholds).join('\n')}</div>
        </details>
      </div>
    </Panel>
  );
}

/** The level in words and on the matrix, with the plan drawn across it. */
export function AnswerPanel({ answer, thresholds }: AnswerPanelProps): ReactNode {
  const { recommendation, matrix } = answer;
  const title = recommendation.level === null ? 'Recommended level' : `Recommended: level ${recommendation.level}`;
  return (
    <>
      <Panel title={title} hint={DRIVER_WORDS[recommendation.driver]}>
        <div role="status">
          <LevelVerdict recommendation={recommendation} />
          <WhenWords answer={answer} />
        </div>
        {recommendation.updates && <UpdatesTable updates={recommendation.updates} />}
        <LevelMatrixView matrix={matrix} when="today" />
        <div className={styles.below}>
          <Words answer={answer} />
          <PlanTable answer={answer} thresholds={thresholds} />
        </div>
      </Panel>
      <Thresholds answer={answer} thresholds={thresholds} />
    </>
  );
}
