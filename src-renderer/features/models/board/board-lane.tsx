import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { STAGE_LABELS, type Stage } from '#domain/vocabulary';
import type { ColumnStore } from '../../../components/table/column-store';
import { formatCount, formatNumber } from '../../../lib/format';
import css from './board.module.css';
import { BoardCard, CARD_HEIGHT, DRAGGED_MODEL } from './board-card';
import type { BoardLane as Lane } from './board-logic';

interface BoardLaneProps {
  readonly store: ColumnStore;
  readonly lane: Lane;
  readonly index: number;
  readonly today: number;
  /** Place of the card that takes the focus in this lane; -1 in an empty one. */
  readonly focused: number;
  readonly onDrop: (id: string, to: Stage) => void;
}

export function BoardLane({ store, lane, index, today, focused, onDrop }: BoardLaneProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null);
  const [over, setOver] = useState(false);
  const { rows, stage } = lane;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => CARD_HEIGHT,
    overscan: 3,
    // The card that takes the focus stays in the page while it is out of sight.
    rangeExtractor: (range) => {
      const indexes = defaultRangeExtractor(range);
      if (focused >= 0 && focused < rows.length && !indexes.includes(focused)) indexes.push(focused);
      return indexes;
    },
  });
  useEffect(() => {
    if (focused >= 0) virtualizer.scrollToIndex(focused, { align: 'auto' });
  }, [focused, virtualizer]);
  return (
    <section
      className={over ? css.laneOver : css.lane}
      aria-label={`${STAGE_LABELS[stage]}, ${formatCount(rows.length, 'model')}`}
      onDragOver={(event) => {
        if (!event.dataTransfer.types.includes(DRAGGED_MODEL)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        onDrop(event.dataTransfer.getData(DRAGGED_MODEL), stage);
      }}
    >
      <h2 className={css.head}>
        {STAGE_LABELS[stage]} <span className={css.count}>{formatNumber(rows.length)}</span>
      </h2>
      <div className={css.scroller} ref={scroller}>
        {rows.length === 0 ? (
          <p className={css.none}>No model</p>
        ) : (
          <ul className={css.cards} style={{ height: rows.length * CARD_HEIGHT }}>
            {virtualizer.getVirtualItems().map((item) => (
              <BoardCard
                key={item.index}
                store={store}
                row={rows[item.index] ?? 0}
                lane={index}
                position={item.index}
                of={rows.length}
                today={today}
                focused={focused === item.index}
              />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
