import type { ReactNode } from 'react';
import { sayMonth } from '#domain/base/calendar';
import { formatMajor, formatNumber } from '../../../lib/format';
import { periodWords } from '../charts/time-axis';
import type { Explained } from '../explain/explained';
import { levelName, levelsIn } from './level-words';
import styles from './scenario.module.css';
import type { Case } from './use-case';

interface YearsTableProps {
  readonly shown: Case;
  readonly currency: string;
  readonly open: (what: Explained) => void;
}

const SUMS = [
  { sum: 'cumulative', label: 'in all' },
  { sum: 'pvCost', label: 'present value' },
] as const;

interface AmountProps {
  readonly value: number;
  readonly spoken: string;
  readonly onOpen: () => void;
}

function Amount({ value, spoken, onOpen }: AmountProps): ReactNode {
  return (
    <td className="mf-number">
      <button type="button" className={styles.amount} aria-label={`${spoken}, how it comes about`} onClick={onOpen}>
        {formatNumber(value)}
      </button>
    </td>
  );
}

/**
 * What each level costs each year, to the unit; every amount opens to how it comes about. Years are rows: ten of them fit
 * where ten columns would be cut.
 */
export function YearsTable({ shown, currency, open }: YearsTableProps): ReactNode {
  const { projection, house } = shown;
  const { axis, levels: onAxis, living } = shown.onAxis();
  const levels = levelsIn(onAxis);
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <caption className="mf-hidden">Cost by level and year; each amount opens</caption>
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            <th scope="col" className="mf-number">
              models
            </th>
            {levels.map(([level]) => (
              <th key={level} scope="col" className="mf-number">
                {levelName(level)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{house.startDate === null ? 'now' : sayMonth(house.startDate)}</th>
            <td />
            {levels.map(([level, { investment }]) => (
              <td key={level} className="mf-number">
                {formatNumber(investment)}
              </td>
            ))}
          </tr>
          {axis.map((period, at) => (
            <tr key={period.name}>
              <th scope="row">{periodWords(period, house)}</th>
              <td className="mf-number mf-muted">{formatNumber(living[at] ?? 0, 1)}</td>
              {levels.map(([level, { cost }]) => (
                <Amount
                  key={level}
                  value={cost[at] ?? 0}
                  spoken={`${levelName(level)}, ${periodWords(period, house)}: ${formatMajor(cost[at] ?? 0, currency)}`}
                  onOpen={() => open({ kind: 'period', level, at })}
                />
              ))}
            </tr>
          ))}
          {SUMS.map(({ sum, label }) => (
            <tr key={sum}>
              <th scope="row">{label}</th>
              <td />
              {levelsIn(projection.levels).map(([level, { cumulative, pvCost }]) => {
                const value = sum === 'pvCost' ? pvCost : (cumulative.at(-1) ?? 0);
                return (
                  <Amount
                    key={level}
                    value={value}
                    spoken={`${levelName(level)}, ${label}: ${formatMajor(value, currency)}`}
                    onOpen={() => open({ kind: 'level', level, sum })}
                  />
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
