import type { ReactNode } from 'react';
import { formatMajor, formatNumber } from '../../../lib/format';
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

/** What each level costs each year, to the unit; every amount opens to how it comes about. */
export function YearsTable({ shown, currency, open }: YearsTableProps): ReactNode {
  const { projection } = shown;
  return (
    <div className={styles.scroll}>
      <table className="mf-table">
        <caption className="mf-hidden">Cost by level and year; each amount opens</caption>
        <thead>
          <tr>
            <th scope="col">{currency}</th>
            <th scope="col" className="mf-number">
              now
            </th>
            {projection.portfolio.map(({ living }, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
              <th key={at} scope="col" className="mf-number">
                year {at + 1}
                <span className={styles.living}>{formatNumber(living, 1)} models</span>
              </th>
            ))}
            {SUMS.map(({ sum, label }) => (
              <th key={sum} scope="col" className="mf-number">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {levelsIn(projection.levels).map(([level, { investment, yearCost, cumulative, pvCost }]) => (
            <tr key={level}>
              <th scope="row">{levelName(level)}</th>
              <td className="mf-number">{formatNumber(investment)}</td>
              {yearCost.map((cost, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
                <td key={at} className="mf-number">
                  <button
                    type="button"
                    className={styles.amount}
                    aria-label={`${levelName(level)}, year ${at + 1}: ${formatMajor(cost, currency)}, how it comes about`}
                    onClick={() => open({ kind: 'year', level, year: at + 1 })}
                  >
                    {formatNumber(cost)}
                  </button>
                </td>
              ))}
              {SUMS.map(({ sum, label }) => {
                const value = sum === 'pvCost' ? pvCost : (cumulative.at(-1) ?? 0);
                return (
                  <td key={sum} className="mf-number">
                    <button
                      type="button"
                      className={styles.amount}
                      aria-label={`${levelName(level)}, ${label}: ${formatMajor(value, currency)}, how it comes about`}
                      onClick={() => open({ kind: 'level', level, sum })}
                    >
                      {formatNumber(value)}
                    </button>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
