import type { ReactNode } from 'react';
import { formatDate, formatDated, formatNumber } from '../../lib/format';
import styles from './chart.module.css';
import type { ChartColumn, ChartTable } from './chart-types';

/** A column in which every value is a number is set right-aligned. */
const isNumeric = ({ rows }: ChartTable, index: number): boolean =>
  rows.every((row) => typeof row[index] !== 'string') && rows.some((row) => typeof row[index] === 'number');

/** A month, a day or a moment, which its length tells. */
function timeText(iso: string): string {
  if (iso.length === 7) return formatDated(`${iso}-01`, 'month');
  // Moments are those of UTC, as in the file: a reader's own clock would differ from it.
  return iso.length === 10 ? formatDate(iso) : `${formatDate(iso.slice(0, 10))}, ${iso.slice(11, 16)} UTC`;
}

function cellText(value: string | number | null | undefined, { digits = 2, time }: ChartColumn): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return formatNumber(value, digits);
  return time && value !== '' ? timeText(value) : value;
}

/** The numbers behind a chart, as a table. */
export function ChartTableView({
  table,
  caption,
  height,
}: {
  readonly table: ChartTable;
  readonly caption: string;
  readonly height: number;
}): ReactNode {
  const numeric = table.columns.map((_, index) => isNumeric(table, index));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.scroll} style={{ maxHeight: Math.max(height, 160) }} tabIndex={0} aria-label={caption}>
      <table className="mf-table">
        <caption className="mf-hidden">{caption}</caption>
        <thead>
          <tr>
            {table.columns.map(({ label }, index) => (
              <th key={label} scope="col" className={numeric[index] ? 'mf-number' : undefined}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, line) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a chart have no other name than their place
            <tr key={line}>
              {table.columns.map((column, index) => (
                <td key={column.label} className={numeric[index] ? 'mf-number' : undefined}>
                  {cellText(row[index], column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
