import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import type { RoadmapItem } from '#domain/assessments/roadmap-item';
import type { Month } from '#domain/base/calendar';
import styles from './roadmap.module.css';
import { monthAfterDrag, monthsOfKey } from './roadmap-layout';
import { LAST_START } from './roadmap-plan';
import { itemWords } from './roadmap-words';

interface RoadmapBarProps {
  readonly item: RoadmapItem;
  readonly start: Month;
  /** Columns of the chart. */
  readonly months: number;
  readonly horizon: number;
  /** It is the one that Tab leads to. */
  readonly active: boolean;
  readonly describedBy: string;
  readonly element: (node: HTMLElement | null) => void;
  readonly onFocus: () => void;
  readonly onMove: (startMonth: number) => void;
  readonly onNeighbour: (step: 1 | -1) => void;
}

interface Drag {
  readonly pointer: number;
  readonly x: number;
  readonly laneWidth: number;
  readonly month: number;
}

/** One piece of work on its lane: a slider over months for keyboard and screen reader, a bar to drag for the mouse. */
export function RoadmapBar(props: RoadmapBarProps): ReactNode {
  const { item, start, months, horizon, active, describedBy, element, onFocus, onMove, onNeighbour } = props;
  const lane = useRef<HTMLSpanElement>(null);
  const [drag, setDrag] = useState<Drag | null>(null);
  const at = drag?.month ?? item.startMonth;
  const percent = (value: number): string => `${(value / months) * 100}%`;

  const keyDown = (event: KeyboardEvent): void => {
    const by = monthsOfKey(event.key, event.shiftKey);
    if (by !== null) onMove(Math.max(0, item.startMonth + by));
    else if (event.key === 'PageDown') onNeighbour(1);
    else if (event.key === 'PageUp') onNeighbour(-1);
    else if (event.key === 'Escape') setDrag(null);
    else return;
    event.preventDefault();
  };
  const pointerDown = (event: PointerEvent<HTMLElement>): void => {
    if (event.button !== 0) return;
    event.currentTarget.setPointerCapture(event.pointerId);
    const laneWidth = lane.current?.getBoundingClientRect().width ?? 0;
    setDrag({ pointer: event.pointerId, x: event.clientX, laneWidth, month: item.startMonth });
  };
  const pointerMove = (event: PointerEvent): void => {
    if (drag === null || event.pointerId !== drag.pointer) return;
    const month = monthAfterDrag(item.startMonth, event.clientX - drag.x, drag.laneWidth, months);
    if (month !== drag.month) setDrag({ ...drag, month });
  };
  const pointerUp = (): void => {
    if (drag !== null && drag.month !== item.startMonth) onMove(drag.month);
    setDrag(null);
  };

  return (
    <span className={styles.lane} ref={lane}>
      {horizon < months && <span className={styles.beyond} style={{ insetInlineStart: percent(horizon) }} />}
      {/* A range input cannot be a bar with a length; the role carries the same meaning. */}
      <span
        ref={element}
        role="slider"
        tabIndex={active ? 0 : -1}
        aria-label={`${item.id} ${item.title}`}
        aria-orientation="horizontal"
        aria-valuemin={0}
        aria-valuemax={LAST_START}
        aria-valuenow={item.startMonth}
        aria-valuetext={itemWords(item, start)}
        aria-describedby={describedBy}
        title={itemWords({ ...item, startMonth: at }, start)}
        className={styles.bar}
        data-dragged={drag !== null}
        data-narrow={item.months === 1}
        data-late={at + item.months > horizon}
        style={{ insetInlineStart: percent(at), width: percent(item.months) }}
        onFocus={onFocus}
        onKeyDown={keyDown}
        onPointerDown={pointerDown}
        onPointerMove={pointerMove}
        onPointerUp={pointerUp}
        onPointerCancel={() => setDrag(null)}
      >
        {item.id}
      </span>
    </span>
  );
}
