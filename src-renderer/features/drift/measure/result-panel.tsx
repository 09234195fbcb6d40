import { Fragment, type ReactNode, useMemo, useState } from 'react';
import { DRIFT_VERDICT_LABELS } from '#domain/drift/vocabulary';
import { Panel } from '../../../components/ui/panel';
import { StatusMark } from '../../../components/ui/status-mark';
import { formatNumber } from '../../../lib/format';
import { ColumnDetail } from './column-detail';
import styles from './measure.module.css';
import type { Measured, MeasuredColumn } from './measure-types';
import { byUrgency, figureText, shareText } from './measure-words';

interface ResultPanelProps {
  readonly columns: readonly MeasuredColumn[];
  readonly unmatched: Measured['unmatched'];
}

/** One row a column, the worst first; a row opens into both distributions. */
export function ResultPanel({ columns, unmatched }: ResultPanelProps): ReactNode {
  const sorted = useMemo(() => byUrgency(columns), [columns]);
  const [open, setOpen] = useState<string | null>(sorted.find(({ kind }) => kind !== null)?.column ?? null);
  return (
    <Panel
      title="Result by column"
      hint="The verdict is the worst of JS distance, PSI and normed Wasserstein against their bands; what lies below the noise line is no drift. Open a column to see both distributions."
    >
      <div className={styles.scroll}>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Verdict</th>
              <Head label="JS distance" unit="base 2" />
              <Head label="PSI" unit="noise line" />
              <Head label="Wasserstein" unit="reference sd" />
              <Head label="KS D" unit="p" />
              <Head label="Rows" unit="ref. / cur." />
              <Head label="Missing" unit="ref. / cur." />
              <Head label="New values" unit="share of rows" />
            </tr>
          </thead>
          <tbody>
            {sorted.map((column) => (
              <Fragment key={column.column}>
                <ResultRow
                  column={column}
                  open={open === column.column}
                  toggle={() => setOpen(open === column.column ? null : column.column)}
                />
                {open === column.column && (
                  <tr>
                    <td colSpan={9} className={styles.detail}>
                      <ColumnDetail column={column} />
                    </td>
                  </tr>
                )}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {unmatched.length > 0 && (
        <ul className={styles.unmatched} aria-label="Columns that only one side has">
          {unmatched.map(({ column, note }) => (
            <li key={column}>
              <strong>{column}</strong> {note}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Head({ label, unit }: { readonly label: string; readonly unit: string }): ReactNode {
  return (
    <th scope="col" className="mf-number">
      {label}
      <span className={styles.unit}>{unit}</span>
    </th>
  );
}

/** A figure with what belongs to it underneath. */
function Pair({ main, under }: { readonly main: string; readonly under: string }): ReactNode {
  return (
    <td className="mf-number">
      {main}
      <span className={styles.under}>{under}</span>
    </td>
  );
}

/** Columns of the table that hold figures. */
const FIGURES = 7;

interface ResultRowProps {
  readonly column: MeasuredColumn;
  readonly open: boolean;
  readonly toggle: () => void;
}

function ResultRow({ column, open, toggle }: ResultRowProps): ReactNode {
  const numeric = column.kind === 'numeric';
  return (
    <tr data-open={open}>
      <td>
        <button type="button" className={styles.name} aria-expanded={open} onClick={toggle}>
          <span aria-hidden="true">{open ? '▾' : '▸'}</span> {column.column}
        </button>
        <span className={styles.under}>
          {column.kind === null ? 'not compared' : numeric ? 'numbers' : 'categories'}
        </span>
      </td>
      <td>
        <Verdict column={column} />
      </td>
      {column.kind === null ? (
        <td colSpan={FIGURES} className={styles.why}>
          {column.notes[0]}
        </td>
      ) : (
        <Figures column={column} />
      )}
    </tr>
  );
}

function Figures({ column }: { readonly column: MeasuredColumn }): ReactNode {
  const { metrics, noise, missing } = column;
  const numeric = column.kind === 'numeric';
  return (
    <>
      <td className="mf-number">{figureText(metrics.jsBase2)}</td>
      <Pair main={figureText(metrics.psi)} under={noise.psi95 === null ? '' : figureText(noise.psi95)} />
      <td className="mf-number">{numeric ? figureText(metrics.wassersteinNormed) : '–'}</td>
      <Pair main={numeric ? figureText(metrics.ksD) : '–'} under={numeric ? figureText(metrics.ksP) : ''} />
      <Pair main={formatNumber(column.nRef)} under={formatNumber(column.nCur)} />
      <Pair main={shareText(missing.reference)} under={shareText(missing.current)} />
      {typeof metrics.newCategories === 'number' ? (
        <Pair
          main={formatNumber(metrics.newCategories)}
          under={metrics.newCategories > 0 ? shareText(Number(metrics.newShare)) : ''}
        />
      ) : (
        <td className="mf-number">–</td>
      )}
    </>
  );
}

function Verdict({ column: { verdict, withinNoise } }: { readonly column: MeasuredColumn }): ReactNode {
  const label = DRIFT_VERDICT_LABELS[verdict];
  if (verdict === 'too_few_rows' || verdict === 'none') return <span className="mf-muted">{label}</span>;
  return <StatusMark status={verdict} label={withinNoise && verdict === 'ok' ? 'Ok, within noise' : label} />;
}
