import { type ReactNode, useMemo } from 'react';
import { Chart } from '../../../components/chart/chart';
import { distributionChart } from './distribution-chart';
import styles from './measure.module.css';
import type { MeasuredColumn } from './measure-types';
import { binningWords, figureText, movedWords, noiseWords } from './measure-words';

/** Both distributions of one column, what moved most, and every figure with its method. */
export function ColumnDetail({ column }: { readonly column: MeasuredColumn }): ReactNode {
  const content = useMemo(() => distributionChart(column), [column]);
  return (
    <div className={styles.columns}>
      <div className={styles.chart}>
        <p className={styles.finding}>{column.kind === null ? '' : movedWords(column)}</p>
        <Chart title={`${column.column}: reference and current`} content={content} height={260} />
        {column.kind !== null && (
          <p className="mf-muted">
            <span className={styles.referenceKey} aria-hidden="true" /> Reference{' '}
            <span className={styles.currentKey} aria-hidden="true" /> Current. Bins: {binningWords(column)}.
          </p>
        )}
      </div>
      <div>
        <Figures column={column} />
        {[noiseWords(column), ...column.notes]
          .filter((note) => note !== '' && (column.kind !== null || note !== column.notes[0]))
          .map((note) => (
            <p key={note} className={styles.note}>
              {note}
            </p>
          ))}
      </div>
    </div>
  );
}

function Figures({ column }: { readonly column: MeasuredColumn }): ReactNode {
  if (column.kind === null) return null;
  const { metrics, adjusted, ksMethod } = column;
  const rows: readonly (readonly [label: string, text: string])[] = [
    ['JS distance, base 2', figureText(metrics.jsBase2)],
    ['JS distance, natural', figureText(metrics.jsNatural)],
    ['PSI, empty bins as 0.0001', figureText(metrics.psi)],
    ['PSI with half a row in each bin', figureText(column.psiHalfCount)],
    ['Hellinger distance', figureText(metrics.hellinger)],
    ['Total variation', figureText(metrics.tvd)],
    ['Largest change of a bin', figureText(metrics.lInf)],
    ['Wasserstein, in the column’s unit', figureText(metrics.wasserstein)],
    [`KS p, ${ksMethod ?? 'not computed'}`, figureText(metrics.ksP)],
    ['χ² p, both samples random', figureText(metrics.chi2P)],
    ['χ² p, reference as expected', figureText(metrics.chi2GofP)],
  ];
  const p = adjusted.ksP ?? adjusted.chi2P;
  const all = p === null ? rows : [...rows, ['p adjusted for all columns', figureText(p)] as const];
  return (
    <dl className={styles.figures}>
      {all
        .filter(([, text]) => text !== '–')
        .map(([label, text]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
    </dl>
  );
}
