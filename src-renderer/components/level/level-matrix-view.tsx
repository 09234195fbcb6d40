import type { ReactNode } from 'react';
import type { LevelMatrix, MatrixCell, MatrixColumn, MatrixRow } from './level-matrix';
import styles from './level-matrix.module.css';

/** As high as a row of cells is drawn; the path is laid over the cells with it. */
const ROW_HEIGHT = 24;

function Cell({ cell, when }: { readonly cell: MatrixCell; readonly when: string }): ReactNode {
  return (
    <td className={styles.cell} data-level={cell.level ?? undefined} data-today={cell.today}>
      <span className={styles.number} data-plan={cell.plan !== '' && !cell.today}>
        {cell.level}
      </span>
      {cell.today && <span className="mf-hidden"> ({when})</span>}
      {cell.plan !== '' && <span className="mf-hidden"> (plan: {cell.plan} months)</span>}
    </td>
  );
}

function MatrixLine({ row, when }: { readonly row: MatrixRow; readonly when: string }): ReactNode {
  return (
    <tr>
      <th scope="row" className={styles.rowHead} data-today={row.today}>
        {row.label}
      </th>
      {row.cells.map((cell, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one matrix are fixed; a cell is its place
        <Cell key={index} cell={cell} when={when} />
      ))}
    </tr>
  );
}

function ColumnHead({ column, when }: { readonly column: MatrixColumn; readonly when: string | null }): ReactNode {
  const above = column.today ? (when ?? '') : column.plan;
  return (
    <th scope="col" className={styles.columnHead} data-today={column.today} data-plan={column.plan !== ''}>
      {above !== '' && <span className={styles.above}>{above} </span>}
      {column.label}
    </th>
  );
}

/** The way of the plan, under the numbers: they are drawn over it on their cell's own colour. */
function PathLine({ matrix }: { readonly matrix: LevelMatrix }): ReactNode {
  const { path, columns, rows } = matrix;
  if (path.length < 2) return null;
  return (
    <svg
      className={styles.path}
      viewBox={`0 0 ${columns.length} ${rows.length}`}
      height={rows.length * ROW_HEIGHT}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <polyline points={path.map(({ x, y }) => `${x},${y}`).join(' ')} vectorEffect="non-scaling-stroke" />
    </svg>
  );
}

interface LevelMatrixViewProps {
  readonly matrix: LevelMatrix;
  /** What stands above the marked column. */
  readonly when: string;
}

/** Models × update frequency → level. Points are named above their columns, so that no number is covered. */
export function LevelMatrixView({ matrix, when }: LevelMatrixViewProps): ReactNode {
  const planned = matrix.columns.some((column) => column.plan !== '');
  return (
    <div className={styles.frame}>
      <table className={styles.matrix}>
        <caption>
          models in production, by how often each is updated
          {planned && '; the line is your plan, +6 to +24 are months from today'}
        </caption>
        <thead>
          <tr>
            <td className={styles.corner} />
            {matrix.columns.map((column) => (
              <ColumnHead key={column.models} column={column} when={matrix.mark === 'none' ? null : when} />
            ))}
          </tr>
        </thead>
        <tbody>
          {matrix.rows.map((row) => (
            <MatrixLine key={row.label} row={row} when={matrix.mark === 'column' ? 'marked' : when} />
          ))}
        </tbody>
      </table>
      <PathLine matrix={matrix} />
    </div>
  );
}
