import type { ReactNode } from 'react';
import { counted } from '#domain/base/wording';
import { disagreements } from './disagreements';
import { QuestionLink } from './gaps-panel';
import styles from './result.module.css';
import { SECTIONS } from './result-nav';
import type { Result } from './result-score';
import { Section } from './section';

/** Where respondents describe different practices; nothing is shown for a single one. */
export function DisagreementsPanel({ result }: { readonly result: Result }): ReactNode {
  const respondents = new Set(result.assessment.responses.map(({ respondent }) => respondent)).size;
  if (respondents < 2) return null;
  const rows = disagreements(result);
  const hint =
    rows.length === 0
      ? `The ${respondents} respondents are at most one answer apart on every question.`
      : `The ${respondents} respondents are two or more answers apart on ${counted(rows.length, 'question')}, or not of one mind whether it applies: worth a talk before the score is used. The lower middle answer is scored.`;
  return (
    <Section id={SECTIONS.disagreements} title="Where respondents disagree" hint={hint}>
      {rows.length > 0 && (
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">Topic</th>
              <th scope="col" className="mf-number">
                Answers apart
              </th>
              <th scope="col">Who says what</th>
              <th scope="col">Scored as</th>
              <th scope="col">
                <span className="mf-hidden">Question</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row" className={styles.topic}>
                  <span className={styles.questionId}>{row.id}</span> {row.topic}
                </th>
                <td className="mf-number">{row.spread}</td>
                <td>{row.words}</td>
                <td>{row.taken}</td>
                <td className={styles.lineAction}>
                  <QuestionLink assessmentId={result.assessment.id} questionId={row.id} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Section>
  );
}
