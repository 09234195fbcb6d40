import { Switch } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { UPDATES_CLAIM } from '#domain/assessments/evidence-updates';
import { usePreferences } from '../../../stores/preferences';
import { BesideOthers } from './beside-others';
import { type EvidenceRow, evidenceRows, VERDICTS } from './evidence-rows';
import { QuestionLink } from './gaps-panel';
import styles from './result.module.css';
import { SECTIONS } from './result-nav';
import type { Result } from './result-score';
import { Section } from './section';

interface LineProps {
  readonly row: EvidenceRow;
  readonly assessmentId: string;
  /** With what public inventories say of the same. */
  readonly others: boolean;
}

function Line({ row, assessmentId, others }: LineProps): ReactNode {
  const { shape, word } = VERDICTS[row.verdict];
  return (
    <tr>
      <td>
        <span className={styles.verdict} data-verdict={row.verdict}>
          {shape !== '' && <span aria-hidden="true">{shape}</span>} {word}
        </span>
      </td>
      <th scope="row" className={styles.topic}>
        {row.id === UPDATES_CLAIM.id ? null : <span className={styles.questionId}>{row.id}</span>} {row.topic}
      </th>
      <td className={`mf-number ${styles.keep}`}>{row.claimed}</td>
      <td className={`mf-number ${styles.keep}`}>{row.suggests}</td>
      <td>
        {row.words.join(' ')}
        {others ? <BesideOthers row={row} /> : null}
      </td>
      <td className={styles.lineAction}>
        {row.link ? (
          <Link to="/portfolio" search={{ filter: row.link.filter }}>
            {row.link.label}
          </Link>
        ) : (
          <QuestionLink assessmentId={assessmentId} questionId={row.id} />
        )}
      </td>
    </tr>
  );
}

/** What was claimed beside what the portfolio's own rows say. */
export function EvidencePanel({ result }: { readonly result: Result }): ReactNode {
  const rows = evidenceRows(result);
  const { evidenceSummary, counted, id } = result.assessment;
  const { benchmarks, setBenchmarks } = usePreferences();
  return (
    <Section
      id={SECTIONS.evidence}
      title="Claimed against evidenced"
      hint={`${evidenceSummary} “No evidence” is not “no”: the portfolio has not been told. ${counted.evidence}`}
      actions={
        <Switch
          label="Beside others"
          checked={benchmarks}
          onChange={(event) => setBenchmarks(event.currentTarget.checked)}
        />
      }
    >
      <table className={`mf-table ${styles.evidence}`}>
        <thead>
          <tr>
            <th scope="col">Finding</th>
            <th scope="col">Topic</th>
            <th scope="col" className="mf-number">
              Claimed
            </th>
            <th scope="col" className="mf-number">
              Rows suggest
            </th>
            <th scope="col">What the portfolio’s rows say</th>
            <th scope="col">
              <span className="mf-hidden">Behind it</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} assessmentId={id} others={benchmarks} />
          ))}
        </tbody>
      </table>
    </Section>
  );
}
