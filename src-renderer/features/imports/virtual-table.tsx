import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';

/** Room for two lines of 18 px. */
const ROW_HEIGHT = 44;

interface VirtualTableProps {
  readonly label: string;
  readonly columns: readonly { readonly label: string; readonly width: string; readonly numeric?: boolean }[];
  readonly count: number;
  /** The texts of a row, one for each column. */
  readonly children: (index: number) => readonly string[];
}

/** Stands for the rows above or below the drawn ones. */
function Gap({ height, span }: { readonly height: number; readonly span: number }): ReactNode {
  if (height <= 0) return null;
  return (
    <tr>
      <td colSpan={span} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}

/** A long table of which only the rows in sight are drawn; cells hold two lines, in full as their title. */
export function VirtualTable({ label, columns, count, children }: VirtualTableProps): ReactNode {
  const scroll = useRef<HTMLElement>(null);
  const rows = useVirtualizer({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = rows.getVirtualItems();
  const below = rows.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard
    <section className="mf-virtual" aria-label={label} tabIndex={0} ref={scroll}>
      <table className="mf-table mf-virtual-table" aria-rowcount={count + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.label} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column.label} scope="col" className={column.numeric ? 'mf-number' : ''}>
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={items[0]?.start ?? 0} span={columns.length} />
          {items.map((item) => (
            <tr key={item.key} aria-rowindex={item.index + 2} style={{ height: ROW_HEIGHT }}>
              {children(item.index).map((text, at) => (
                <td key={columns[at]?.label ?? at} className={columns[at]?.numeric ? 'mf-number' : ''} title={text}>
                  <div className="mf-two-lines">{text}</div>
                </td>
              ))}
            </tr>
          ))}
          <Gap height={below} span={columns.length} />
        </tbody>
      </table>
    </section>
  );
}
