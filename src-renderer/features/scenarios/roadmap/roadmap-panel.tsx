import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import styles from '../options/options.module.css';
import { levelName } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import { roadmapChecks, stagedWork } from './roadmap-check';
import { monthsWords, restWords, stagedWords, sumRows } from './roadmap-words';

/** What the plan spends to build a level, held against the work that its own assessment asks for. */
export function RoadmapPanel({ scenario }: { readonly scenario: Scenario }): ReactNode {
  const navigate = useNavigate();
  const { id, inputs, currency } = scenario;
  const { data } = useChannel('scenarios.gaps', { id });
  if (data === undefined) return null;
  const week = inputs.loadedAnnual / inputs.weeksPerYear;
  const checks = roadmapChecks(inputs, data.lines);
  const staged = stagedWork(inputs, data.lines);
  return (
    <Panel
      title="The plan and its roadmap"
      hint={
        data.assessment === null
          ? 'What the plan spends, held against the work that an assessment asks for.'
          : `What the plan spends, held against the gaps of “${data.assessment.name}”, at the prices of year 1.`
      }
      actions={
        checks.some(({ unexplained }) => unexplained > 0) ? (
          <Button
            size="xs"
            variant="default"
            title="Cost lines of your own give a part of the investment a name; take their amount out of it"
            onClick={() => void navigate({ to: '/investment/$scenarioId', params: { scenarioId: id } })}
          >
            Name it with cost lines
          </Button>
        ) : null
      }
    >
      {checks.length === 0 ? (
        <p className="mf-muted">
          {data.reason === '' ? 'No gap asks for a level above today’s way of this plan.' : data.reason}
        </p>
      ) : (
        <div className={styles.halves}>
          {checks.map((check) => (
            <div key={check.key}>
              <table className={`mf-table ${styles.grid}`}>
                <caption className={styles.tableTitle}>
                  <span className={styles.mark} data-level={check.key} aria-hidden />
                  {levelName(check.key)}
                </caption>
                <tbody>
                  {sumRows(check, currency, week).map(({ label, text, strong = false }) => (
                    <tr key={label} className={strong ? `${styles.strong} ${styles.best}` : undefined}>
                      <th scope="row">{label}</th>
                      <td className="mf-number">{text}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p className={styles.fine}>
                {restWords(check, currency, week)} {monthsWords(check)}
              </p>
            </div>
          ))}
        </div>
      )}
      {staged === null ? null : <p className={styles.fine}>{stagedWords(staged)}</p>}
    </Panel>
  );
}
