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
  const { projection } = shown;
  const levels = levelsIn(projection.levels);
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
            <th scope="row">now</th>
            <td />
            {levels.map(([level, { investment }]) => (
              <td key={level} className="mf-number">
                {formatNumber(investment)}
              </td>
            ))}
          </tr>
          {projection.portfolio.map(({ living }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
            <tr key={at}>
              <th scope="row">year {at + 1}</th>
              <td className="mf-number mf-muted">{formatNumber(living, 1)}</td>
              {levels.map(([level, { yearCost }]) => (
                <Amount
                  key={level}
                  value={yearCost[at] ?? 0}
                  spoken={`${levelName(level)}, year ${at + 1}: ${formatMajor(yearCost[at] ?? 0, currency)}`}
                  onOpen={() => open({ kind: 'year', level, year: at + 1 })}
                />
              ))}
            </tr>
          ))}
          {SUMS.map(({ sum, label }) => (
            <tr key={sum}>
              <th scope="row">{label}</th>
              <td />
              {levels.map(([level, { cumulative, pvCost }]) => {
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
