import type { ReactNode } from 'react';
import type { LevelMatrix, MatrixRow } from './level-matrix';
import styles from './level.module.css';

function MatrixLine({ row }: { readonly row: MatrixRow }): ReactNode {
  return (
    <tr>
      <th scope="row" className={styles.rowHead} data-today={row.today}>
        {row.label}
      </th>
      {row.cells.map((cell, index) => (
        // A cell has no identity but its place in the grid.
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one matrix are fixed
        <td key={index} className={styles.cell} data-level={cell.level ?? undefined} data-today={cell.today}>
          {cell.level}
          {cell.today && <span className="mf-hidden"> (marked)</span>}
        </td>
      ))}
    </tr>
  );
}

interface LevelMatrixViewProps {
  readonly matrix: LevelMatrix;
  /** What stands above the marked column. */
  readonly when: string;
}

/** Models × update frequency → level. Today is outlined and named above its column, so that no number is covered. */
export function LevelMatrixView({ matrix, when }: LevelMatrixViewProps): ReactNode {
  return (
    <table className={styles.matrix}>
      <caption>models in production, by how often each is updated</caption>
      <thead>
        <tr>
          <td className={styles.corner} />
          {matrix.columns.map((column) => (
            <th key={column.models} scope="col" className={styles.columnHead} data-today={column.today}>
              {column.today && matrix.mark !== 'none' && <span className={styles.todayLabel}>{when} </span>}
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {matrix.rows.map((row) => (
          <MatrixLine key={row.label} row={row} />
        ))}
      </tbody>
    </table>
  );
}
