import type { ReactNode } from 'react';
import { explainLevel } from '#domain/scenarios/explain/explain-level';
import { planYearName } from '#domain/scenarios/options/plan-axis';
import { formatNumber } from '../../../lib/format';
import styles from '../page/scenario.module.css';
import type { Case } from '../page/use-case';
import type { Explained } from './explained';

interface ExplainLevelProps {
  readonly what: Extract<Explained, { kind: 'level' }>;
  readonly shown: Case;
  readonly open: (what: Explained | null) => void;
}

/** What a level costs over the whole plan: its formula, and each year's cost to open further. */
export function ExplainLevel({ what, shown, open }: ExplainLevelProps): ReactNode {
  const projection = shown.projection.levels[what.level];
  if (!projection) return null;
  const { pvCost, cumulative } = explainLevel(what.level, projection, shown.inputs.discountRate);
  const figure = what.sum === 'pvCost' ? pvCost : cumulative.at(-1);
  if (!figure) return null;
  return (
    <>
      <div className={styles.formula}>
        <p>
          <strong>{figure.words}</strong>
        </p>
        <p className={styles.lineNumbers}>{figure.numbers}</p>
      </div>
      <ul className={styles.used} aria-label="The cost of each year opens">
        {projection.yearCost.map((cost, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
          <li key={at}>
            {planYearName(at + 1, shown.house)}{' '}
            <button
              type="button"
              className={styles.amount}
              onClick={() => open({ kind: 'year', level: what.level, year: at + 1 })}
            >
              {formatNumber(cost)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
