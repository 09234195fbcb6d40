import type { ReactNode } from 'react';
import type { LevelKey } from '#domain/scenarios/plan/inputs';
import { Sideways } from '../../../components/ui/sideways';
import type { YearHead } from './axis-heads';
import styles from './options.module.css';

export interface GridRow {
  readonly label: string;
  readonly cells: readonly string[];
  readonly strong?: boolean;
}

export interface GridGroup {
  readonly id: string;
  readonly title: string;
  readonly level: LevelKey;
  /** One sentence: what the rows come to. */
  readonly note?: string;
  readonly rows: readonly GridRow[];
}

interface YearGridProps {
  readonly caption: string;
  /** Over the first column. */
  readonly corner: string;
  readonly columns: readonly YearHead[];
  readonly groups: readonly GridGroup[];
}

/** Rows of each option over years, one block an option. */
export function YearGrid({ caption, corner, columns, groups }: YearGridProps): ReactNode {
  return (
    <Sideways className={styles.scroll} label={caption}>
      <table className={`mf-table ${styles.grid}`}>
        <caption className="mf-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col" className="mf-muted">
              {corner}
            </th>
            {columns.map(({ name, note }) => (
              <th key={name} scope="col" className="mf-number">
                {name}
                {note === '' ? null : <span className={styles.note}>{note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map(({ id, title, level, note, rows }) => (
          <tbody key={id}>
            {title === '' ? null : (
              <tr>
                <th scope="rowgroup" colSpan={columns.length + 1} className={styles.group}>
                  <span className={styles.mark} data-level={level} aria-hidden />
                  {title}
                  {note === undefined ? null : <span className={styles.groupNote}> {note}</span>}
                </th>
              </tr>
            )}
            {rows.map(({ label, cells, strong = false }) => (
              <tr key={label} className={strong ? `${styles.strong} ${styles.best}` : undefined}>
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at]?.name} className="mf-number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Sideways>
  );
}
