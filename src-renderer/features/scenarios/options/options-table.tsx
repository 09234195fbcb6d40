import type { ReactNode } from 'react';
import { Sideways } from '../../../components/ui/sideways';
import type { OptionColumn } from './option-columns';
import type { OpenedOption } from './option-opened';
import type { OptionRow } from './option-rows';
import styles from './options.module.css';

interface OptionsTableProps {
  readonly columns: readonly OptionColumn[];
  readonly rows: readonly OptionRow[];
  readonly open: (what: OpenedOption) => void;
}

/** A figure for each year, one under the other across the options. */
const Years = ({ texts }: { readonly texts: readonly string[] }): ReactNode => (
  <span className={styles.people}>
    {texts.map((text, year) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: a year is its place
      <span key={year}>{text}</span>
    ))}
  </span>
);

/** Options as columns; in bold the best of each row, which is not yet the best of all. Each figure opens to its formula. */
export function OptionsTable({ columns, rows, open }: OptionsTableProps): ReactNode {
  return (
    <Sideways className={styles.scroll} label="Options side by side">
      <table className={`mf-table ${styles.table}`}>
        <caption className="mf-hidden">Options side by side; in bold the best of a row</caption>
        <thead>
          <tr>
            <th scope="col" className="mf-muted">
              In bold: the best of the row
            </th>
            {columns.map(({ id, name, note, level }) => (
              <th key={id} scope="col" className={styles.head}>
                <span className={styles.mark} data-level={level} aria-hidden />
                {name}
                <span className={styles.note}>{note || '\u00a0'}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, label, means, opens, cells }) => (
            <tr key={id}>
              <th scope="row" title={means}>
                {label}
              </th>
              {cells.map(({ text, note, best, none = false }, at) => (
                <td key={columns[at]?.id} className={best ? `mf-number ${styles.best}` : 'mf-number'}>
                  {none ? (
                    text
                  ) : (
                    <button
                      type="button"
                      className={styles.opens}
                      aria-label={`${label}, ${columns[at]?.name}: ${typeof text === 'string' ? text : text.join(', ')}. How it comes about`}
                      onClick={() => open({ kind: 'figure', id: columns[at]?.id ?? '', key: opens })}
                    >
                      {typeof text === 'string' ? text : <Years texts={text} />}
                    </button>
                  )}
                  {note === undefined ? null : <span className={styles.note}>{note}</span>}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}
