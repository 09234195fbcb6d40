import type { ReactNode } from 'react';
import { Panel } from '../../../components/ui/panel';
import { StatusMark } from '../../../components/ui/status-mark';
import type { Assessment } from './assessment-types';
import { type EvidenceView, evidenceView } from './evidence-view';
import { spreadOf } from './spread';
import styles from './wizard.module.css';

function Verdict({ tone, verdict }: EvidenceView): ReactNode {
  switch (tone) {
    case 'contradicts':
      return <StatusMark status="act" label={verdict} />;
    case 'bears_out':
    case 'shows_all':
      return <StatusMark status="ok" label={verdict} />;
    case 'open':
    case 'none':
      return null;
  }
}

interface SideProps {
  readonly assessment: Assessment;
  readonly questionId: string;
}

/** The portfolio's own answer, seen while the question is answered. */
export function PortfolioEvidence({ assessment, questionId }: SideProps): ReactNode {
  const view = evidenceView(assessment.evidence, questionId);
  const scope = assessment.unit === '' ? 'Counted from its own rows.' : `Counted from the rows of ${assessment.unit}.`;
  return (
    <Panel title="What the portfolio says" hint={view.tone === 'none' ? undefined : scope}>
      <div className={styles.evidence} role="status">
        <p className={view.tone === 'none' ? styles.muted : styles.evidenceWords}>{view.words}</p>
        {view.reach !== '' && <p className={styles.muted}>{view.reach}</p>}
        <Verdict {...view} />
        {view.also.length > 0 && (
          <ul className={styles.also}>
            {view.also.map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}

/** Who said what, once two people have answered. */
export function RespondentSpread({ assessment, questionId }: SideProps): ReactNode {
  const spread = spreadOf(assessment.responses, questionId);
  if (spread === null) return null;
  return (
    <Panel title="Who said what">
      <ul className={styles.said}>
        {spread.said.map(({ who, what, comment }) => (
          <li key={who}>
            <span className={styles.saidWho}>{who}</span>
            <strong>{what}</strong>
            {comment !== '' && <span className={styles.saidComment}>{comment}</span>}
          </li>
        ))}
      </ul>
      {spread.disagree && <StatusMark status="watch" label="They disagree" />}
      <p className={styles.muted}>{spread.words}</p>
    </Panel>
  );
}
