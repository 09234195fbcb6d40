import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { type GapRow, gapRows, gapsInWords } from './gap-rows';
import styles from './result.module.css';
import { SECTIONS } from './result-nav';
import type { Result } from './result-score';
import { Section } from './section';

/** As many as one reads before one plans. */
const FIRST = 10;

export function QuestionLink({
  assessmentId,
  questionId,
}: {
  readonly assessmentId: string;
  readonly questionId: string;
}): ReactNode {
  return (
    <Link
      to="/assessments/$assessmentId"
      params={{ assessmentId }}
      search={{ q: questionId }}
      aria-label={`Open question ${questionId}`}
    >
      Open question
    </Link>
  );
}

interface LineProps {
  readonly row: GapRow;
  readonly assessmentId: string;
  /** Left out on the screen; on paper every gap stands. */
  readonly shown: boolean;
}

function Line({ row, assessmentId, shown }: LineProps): ReactNode {
  return (
    <tr className={styles.rest} data-shown={shown}>
      <th scope="row" className={styles.topic}>
        <span className={styles.questionId}>{row.id}</span> {row.topic}
      </th>
      <td className={styles.step}>
        <span className="mf-hidden">
          has {row.have}, needs {row.need}
        </span>
        <span aria-hidden="true">
          {row.have} → {row.need}
        </span>
      </td>
      <td>{row.componentLabel}</td>
      <td className="mf-number">{row.gatingLevel}</td>
      <td>
        {row.outcome}
        {row.now !== '' && <span className={styles.today}>Today: {row.now}</span>}
      </td>
      <td className={styles.lineAction}>
        <QuestionLink assessmentId={assessmentId} questionId={row.id} />
      </td>
    </tr>
  );
}

/** What is missing, the widest first, and what will be true when it is closed. */
export function GapsPanel({ result }: { readonly result: Result }): ReactNode {
  const rows = gapRows(result);
  const [all, setAll] = useState(false);
  return (
    <Section id={SECTIONS.gaps} title="Gaps to the target" hint={gapsInWords(result.score.gaps)}>
      {rows.length > 0 && (
        <table className={`mf-table ${styles.gaps}`}>
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col">Has → needs</th>
              <th scope="col">Component</th>
              <th scope="col" className="mf-number">
                Holds back level
              </th>
              <th scope="col">What will be true</th>
              <th scope="col">
                <span className="mf-hidden">Question</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row, index) => (
              <Line key={row.id} row={row} assessmentId={result.assessment.id} shown={all || index < FIRST} />
            ))}
          </tbody>
        </table>
      )}
      {rows.length > FIRST && (
        <Button size="xs" variant="default" className={styles.moreRows ?? ''} onClick={() => setAll(!all)}>
          {all ? `Show the first ${FIRST} only` : `Show all ${rows.length} gaps`}
        </Button>
      )}
    </Section>
  );
}
