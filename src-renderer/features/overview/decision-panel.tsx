import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Panel } from '../../components/ui/panel';
import { formatDate } from '../../lib/format';
import { useAsOf } from './as-of';
import styles from './decision.module.css';
import { levelBoxes } from './level-boxes';
import type { Summary } from './overview-types';

function Held({ held }: { readonly held: Summary['held'] }): ReactNode {
  if (held === null)
    return (
      <>
        The level held is not known. <Link to="/assessments/start">Start an assessment</Link>
      </>
    );
  return (
    <>
      Held: {held.level === 0 ? 'below level 1' : `level ${held.level}`}, by{' '}
      <Link to="/assessments/$assessmentId/result" params={{ assessmentId: held.assessmentId }}>
        {held.name}
      </Link>{' '}
      of {formatDate(held.finishedAt)}.
    </>
  );
}

/** What the money says of the levels, or why it says nothing. */
function Money({ summary }: { readonly summary: Summary }): ReactNode {
  const { investment, headline } = summary;
  const now = useAsOf().day === null;
  if (!now) return null;
  if (investment === null)
    return (
      <p className={styles.words}>
        What each level costs here is not known: no scenario is chosen as the plan.{' '}
        <Link to="/investment">Open the investment case</Link>
      </p>
    );
  const { scenarioId, decision, withheld } = investment;
  const link = (words: string): ReactNode => (
    <Link to="/investment/$scenarioId/options" params={{ scenarioId }}>
      {words}
    </Link>
  );
  if (withheld !== null)
    return (
      <p className={styles.words}>
        <strong>{withheld}.</strong> {link('The options as assumed')}
      </p>
    );
  return (
    <p className={styles.words}>
      {/* Where the page says it above, it is not said again. */}
      {!headline.startsWith(decision.headline) && <strong>{decision.headline}. </strong>}
      {decision.money} {link('Compare the options')}
    </p>
  );
}

/** The level that is needed and the one that is held, with what the money says of them. */
export function DecisionPanel({ summary }: { readonly summary: Summary }): ReactNode {
  const { held, investment, recommendation } = summary;
  return (
    <Panel title="Level needed and held" className={styles.panel ?? ''} hint={<Held held={held} />}>
      <ul className={styles.boxes}>
        {levelBoxes(summary).map(({ level, said }) => (
          <li key={level} className={styles.box} data-level={level} data-said={said !== '' || undefined}>
            <strong>Level {level}</strong>
            <span>{said === '' ? '–' : said}</span>
          </li>
        ))}
      </ul>
      {(investment === null || investment.withheld !== null) && (
        <p className={styles.words}>
          {recommendation.level === null ? recommendation.reason : `By the rule: ${recommendation.reason}`}
        </p>
      )}
      <Money summary={summary} />
      {investment === null &&
        recommendation.sensitivity.words.map((words) => (
          <p key={words} className={`${styles.words} ${styles.muted}`}>
            {words}
          </p>
        ))}
    </Panel>
  );
}
