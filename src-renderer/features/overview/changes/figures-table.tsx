import type { ReactNode } from 'react';
import type { Output } from '#contract/index';
import { formatDate, formatNumber } from '../../../lib/format';
import styles from './changes.module.css';

type Changes = Output<'overview.changes'>;

function said(key: string, value: number | null): string {
  if (value === null) return 'not known';
  // Nobody works at level 0.
  return key === 'levelHeld' && value === 0 ? 'below 1' : formatNumber(value);
}

function difference(before: number | null, after: number | null): string {
  if (before === null || after === null) return '';
  const by = after - before;
  if (by === 0) return '–';
  return `${by > 0 ? '+' : '−'}${formatNumber(Math.abs(by))}`;
}

/** The figures of both days beside each other, as the overview of each says them. */
export function FiguresTable({ from, to, figures }: Pick<Changes, 'from' | 'to' | 'figures'>): ReactNode {
  return (
    <table className={`mf-table ${styles.figures}`}>
      <thead>
        <tr>
          <th scope="col">
            <span className="mf-hidden">Figure</span>
          </th>
          <th scope="col" className="mf-number">
            {formatDate(from)}
          </th>
          <th scope="col" className="mf-number">
            {formatDate(to)}
          </th>
          <th scope="col" className="mf-number">
            Difference
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ key, label, before, after }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td className="mf-number">{said(key, before)}</td>
            <td className="mf-number">{said(key, after)}</td>
            <td className="mf-number">{difference(before, after)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
