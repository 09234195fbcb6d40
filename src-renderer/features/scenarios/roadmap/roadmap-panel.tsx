import { CloseButton } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { pathOf } from '#domain/scenarios/options/options-question';
import { weekCost } from '#domain/scenarios/options/reconcile-roadmap';
import {
  type PlannedGap,
  type RoadmapCheck,
  reusedShare,
  roadmapChecks,
  stageChecks,
} from '#domain/scenarios/options/roadmap-check';
import { useChannel } from '../../../client/use-query';
import { Panel } from '../../../components/ui/panel';
import type { OptionsSearch } from '../../../lib/options-search';
import { viewOf } from '../options/asked';
import styles from '../options/options.module.css';
import { levelName } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';
import { NamePart, useNamed } from './name-part';
import { monthsWords, restWords, reuseWords, stageTable, sumRows } from './roadmap-words';

interface RoadmapPanelProps {
  readonly scenario: Scenario;
  readonly search: OptionsSearch;
}

function Level({ scenario, check }: { readonly scenario: Scenario; readonly check: RoadmapCheck }): ReactNode {
  const { remove, pending } = useNamed(scenario);
  const { inputs, currency } = scenario;
  const week = weekCost(inputs);
  return (
    <div>
      <table className={`mf-table ${styles.grid}`}>
        <caption className={styles.tableTitle}>
          <span className={styles.mark} data-level={check.key} aria-hidden />
          {levelName(check.key)}
        </caption>
        <tbody>
          {sumRows(check, currency, week).map(({ label, text, part, strong = false }) => (
            <tr key={label} className={strong ? `${styles.strong} ${styles.best}` : undefined}>
              <th scope="row">
                {label}
                {part === undefined ? null : (
                  <CloseButton
                    className={styles.takeAway ?? ''}
                    size="xs"
                    aria-label={`Take the name “${part}” away from level ${check.key.slice(1)}`}
                    disabled={pending}
                    onClick={() => void remove(check.key, part)}
                  />
                )}
              </th>
              <td className="mf-number">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <NamePart scenario={scenario} level={check.key} />
      <p className={styles.fine}>
        {restWords(check, currency, week)} {monthsWords(check)}
      </p>
    </div>
  );
}

/** The steps of the staged path: what is covered in which. */
function Stages({ scenario, search, gaps }: RoadmapPanelProps & { readonly gaps: readonly PlannedGap[] }): ReactNode {
  const { inputs, currency, named } = scenario;
  const path = pathOf(inputs, viewOf(search));
  if (!path) return null;
  const [first, second] = path.steps;
  const { heads, rows } = stageTable(stageChecks(inputs, path, gaps, named), currency, search.start);
  const number = (level: string | undefined): number => Number(level?.slice(1));
  return (
    <>
      <div className={styles.scroll}>
        <table className={`mf-table ${styles.grid}`}>
          <caption className={styles.tableTitle}>Step by step: what is covered in which</caption>
          <thead>
            <tr>
              <th scope="col" className="mf-muted">
                {currency}
              </th>
              {heads.map((head) => (
                <th key={head} scope="col" className="mf-number">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ label, cells, strong = false }) => (
              <tr key={label} className={strong ? `${styles.strong} ${styles.best}` : undefined}>
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <td key={heads[at]} className="mf-number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className={styles.fine}>
        {reuseWords(reusedShare(path.steps, gaps), number(first?.level), number(second?.level))}
      </p>
    </>
  );
}

/** What the plan spends to build a level, held against the work that its own assessment asks for. */
export function RoadmapPanel({ scenario, search }: RoadmapPanelProps): ReactNode {
  const { id, inputs, named } = scenario;
  const { data } = useChannel('scenarios.gaps', { id });
  const checks = useMemo(() => roadmapChecks(inputs, data?.lines ?? [], named), [inputs, data, named]);
  if (data === undefined) return null;
  return (
    <Panel
      title="The plan and its roadmap"
      hint={
        data.assessment === null
          ? 'What the plan spends, held against the work that an assessment asks for.'
          : `What the plan spends, held against the gaps of “${data.assessment.name}”, at the prices of year 1. Naming a part of the investment changes no cost.`
      }
    >
      {checks.length === 0 ? (
        <p className="mf-muted">
          {data.reason === '' ? 'No gap asks for a level above today’s way of this plan.' : data.reason}
        </p>
      ) : (
        <>
          <div className={styles.halves}>
            {checks.map((check) => (
              <Level key={check.key} scenario={scenario} check={check} />
            ))}
          </div>
          <Stages scenario={scenario} search={search} gaps={data.lines} />
        </>
      )}
    </Panel>
  );
}
