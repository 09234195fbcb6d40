import type { ReactNode } from 'react';
import { explainLevelPeriod } from '#domain/scenarios/explain/explain-period';
import { planYearName } from '#domain/scenarios/options/plan-axis';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import { formatMajor, formatNumber } from '../../../lib/format';
import styles from '../page/scenario.module.css';
import type { Case } from '../page/use-case';
import type { Explained } from './explained';

interface ExplainPeriodProps {
  readonly level: LevelKey;
  readonly at: number;
  readonly shown: Case;
  readonly currency: string;
  readonly open: (what: Explained | null) => void;
}

/** What a level costs in a year of the house: its months, each as it is reckoned, and the years of the plan behind them. */
export function ExplainPeriod({ level, at, shown, currency, open }: ExplainPeriodProps): ReactNode {
  const { inputs, house, onAxis, projection } = shown;
  const period = onAxis().axis[at];
  if (!period) return null;
  const { total, months, years } = explainLevelPeriod(inputs, level, period, house);
  return (
    <>
      <p className="mf-muted">The months add up to {formatMajor(total, currency)}.</p>
      <ol className={styles.lines}>
        {months.map(({ name, numbers, value }) => (
          <li key={name} className={styles.line}>
            <span className={styles.lineWords}>{name}</span>
            <strong className={styles.lineValue}>{formatNumber(value)}</strong>
            <span className={styles.lineNumbers}>{numbers}</span>
          </li>
        ))}
      </ol>
      <p className={styles.leavesOut}>
        Each month takes its share of the work of its year of the plan, divided by 12. How a year’s work comes about:
      </p>
      <ul className={styles.used} aria-label="The years of the plan open">
        {years.map((year) => (
          <li key={year}>
            {planYearName(year, house)}{' '}
            <button type="button" className={styles.amount} onClick={() => open({ kind: 'year', level, year })}>
              {formatNumber(projection.levels[level]?.yearCost[year - 1] ?? 0)}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
