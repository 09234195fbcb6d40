import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { formatDate } from '../../../../lib/format';
import css from './again.module.css';
import type { Row } from './again-rows';
import { ChangeRow, type Stands } from './change-row';
import type { Decision } from './draft-answers';
import { AxisHead, axisOf } from './life-line';
import type { ListItem } from './list-items';

interface ChangeListProps {
  readonly items: readonly ListItem[];
  /** All rows of the preview: the axis stays the same under every filter. */
  readonly rows: readonly Row[];
  readonly asked: ReadonlySet<string>;
  readonly decisions: readonly { readonly modelId: string; readonly field: string; readonly decision: Decision }[];
  readonly currency: string;
  readonly decide: (modelId: string, fields: readonly string[], stands: Stands) => void;
}

const HEIGHTS: Readonly<Record<ListItem['kind'], number>> = { head: 33, row: 53, name: 41, note: 41 };

/** What was said here, by model and field. */
function saidOf(decisions: ChangeListProps['decisions']): ReadonlyMap<string, ReadonlyMap<string, Stands>> {
  const said = new Map<string, Map<string, Stands>>();
  for (const { modelId, field, decision } of decisions) {
    if (decision === 'ask') continue;
    const fields = said.get(modelId) ?? new Map<string, Stands>();
    said.set(modelId, fields.set(field, decision));
  }
  return said;
}

/** The rows that a filter leaves, of which only those in sight are drawn. */
export function ChangeList({ items, rows, asked, decisions, currency, decide }: ChangeListProps): ReactNode {
  const scroll = useRef<HTMLElement>(null);
  const [open, setOpen] = useState<number | null>(null);
  const toggle = useCallback((row: number) => setOpen((before) => (before === row ? null : row)), []);
  const axis = useMemo(() => axisOf(rows), [rows]);
  const said = useMemo(() => saidOf(decisions), [decisions]);
  const list = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    estimateSize: (index) => HEIGHTS[items[index]?.kind ?? 'row'],
    getItemKey: (index) => items[index]?.key ?? index,
    overscan: 8,
  });
  return (
    <section className={`mf-panel ${css.listPanel}`} aria-label="Rows of the file">
      {items[0]?.kind === 'name' ? (
        <div className={`${css.missingName} ${css.listHead}`} aria-hidden="true">
          <span>Model</span>
          <span>Unit</span>
          <span>Owner</span>
        </div>
      ) : (
        <div className={`${css.row} ${css.listHead}`} aria-hidden="true">
          <span>Model</span>
          <span className={css.lifeCell}>{axis ? <AxisHead axis={axis} /> : null}</span>
          <span>Before → after</span>
          <span className={css.wins}>What stands</span>
        </div>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reached by keyboard */}
      <section className={css.scroll} ref={scroll} tabIndex={0} aria-label="Before and after, row by row">
        <ul className={css.items} style={{ height: list.getTotalSize() }}>
          {list.getVirtualItems().map(({ key, index, start }) => {
            const item = items[index];
            return item ? (
              <li
                key={key}
                data-index={index}
                data-kind={item.kind}
                ref={list.measureElement}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                style={{ transform: `translateY(${start}px)` }}
              >
                {item.kind === 'row' ? (
                  <ChangeRow
                    row={item.row}
                    group={item.group}
                    asked={asked}
                    said={said.get(item.row.modelId ?? '')}
                    currency={currency}
                    axis={axis}
                    open={open === item.row.row}
                    toggle={toggle}
                    decide={decide}
                  />
                ) : (
                  <OtherItem item={item} />
                )}
              </li>
            ) : null;
          })}
        </ul>
      </section>
    </section>
  );
}

function OtherItem({ item }: { readonly item: Exclude<ListItem, { readonly kind: 'row' }> }): ReactNode {
  switch (item.kind) {
    case 'head':
      return (
        <div className={css.groupHead}>
          <h2>{item.title}</h2> <span className="mf-muted">{item.hint}</span>
        </div>
      );
    case 'name':
      return (
        <div className={css.missingName}>
          <b>{item.name}</b>
          <span className="mf-muted">{item.unit}</span>
          <span className="mf-muted">
            {item.owner === '' ? 'no owner known' : item.owner}
            {item.asked === null ? '' : `, asked on ${formatDate(item.asked)}`}
          </span>
        </div>
      );
    case 'note':
      return <p className={css.note}>{item.text}</p>;
  }
}
