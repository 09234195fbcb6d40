import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { formatFigure, formatNumber } from '../../../lib/format';
import styles from '../page/scenario.module.css';
import type { Measured } from '../page/scenario-types';

/** The rows of the portfolio that an input was measured on. */
export function ExplainRows({ measured }: { readonly measured: Measured }): ReactNode {
  return (
    <>
      <p>
        {measured.words}: {measured.numbers}.
      </p>
      {measured.caution === '' ? null : <p className="mf-muted">{measured.caution}</p>}
      <div className={styles.rows}>
        <table className="mf-table">
          <thead>
            <tr>
              <th scope="col">Row</th>
              <th scope="col">What it says</th>
              <th scope="col" className="mf-number">
                {measured.unit}
              </th>
            </tr>
          </thead>
          <tbody>
            {measured.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may read alike
              <tr key={index}>
                <td>
                  {row.modelId === null ? (
                    row.name
                  ) : (
                    <Link to="/models/$modelId" params={{ modelId: row.modelId }}>
                      {row.name}
                    </Link>
                  )}
                </td>
                <td>{row.detail}</td>
                <td className="mf-number">{row.value === null ? '–' : formatFigure(row.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {measured.rows.length < measured.n ? (
        <p className="mf-muted">
          The first {formatNumber(measured.rows.length)} of {formatNumber(measured.n)} rows are shown.
        </p>
      ) : null}
    </>
  );
}
