import { type RefObject, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { CellPlace } from './grid-navigation';
import { ROW_HEIGHT } from './grid-types';

export interface GridFocus {
  readonly place: CellPlace;
  /** Moves the focus, and with it the browser's, and brings the cell into sight. */
  readonly moveTo: (place: CellPlace) => void;
  /** Notes the cell that a click gave the browser's focus to. */
  readonly noteFocus: (place: CellPlace) => void;
  /** Takes the browser's focus back to the cell after the next rendering, from an editor for example. */
  readonly refocus: () => void;
}

/** The focused cell with the id of its model, which it follows when rows come and go. */
interface FocusState extends CellPlace {
  readonly id: string;
}

const cellAt = (scroller: HTMLElement, place: CellPlace): HTMLElement | null =>
  scroller.querySelector<HTMLElement>(`[data-position="${place.position}"] > [data-column="${place.column}"]`);

/** Scrolls by as little as is needed; the header and the columns that stay in sight are allowed for. */
function bringIntoSight(scroller: HTMLElement, place: CellPlace): void {
  if (place.position >= 0) {
    const top = place.position * ROW_HEIGHT;
    const room = scroller.clientHeight - ROW_HEIGHT;
    if (top < scroller.scrollTop) scroller.scrollTop = top;
    else if (top + ROW_HEIGHT > scroller.scrollTop + room) scroller.scrollTop = top + ROW_HEIGHT - room;
  }
  const header = cellAt(scroller, { position: -1, column: place.column });
  const first = cellAt(scroller, { position: -1, column: 1 });
  if (header === null || first === null || place.column < 2) return;
  const box = header.getBoundingClientRect();
  const left = first.getBoundingClientRect().right;
  const right = scroller.getBoundingClientRect().left + scroller.clientWidth;
  if (box.left < left) scroller.scrollLeft -= left - box.left;
  else if (box.right > right) scroller.scrollLeft += Math.min(box.right - right, box.left - left);
}

function currentPlace(
  state: FocusState,
  rows: Uint32Array,
  rowId: (row: number) => string,
  columns: number,
): CellPlace {
  const column = Math.min(state.column, columns);
  if (state.position < 0) return { position: -1, column };
  const here = rows[state.position];
  if (state.id === '' || (here !== undefined && rowId(here) === state.id)) return { position: state.position, column };
  const moved = rows.findIndex((row) => rowId(row) === state.id);
  return { position: moved === -1 ? Math.min(state.position, rows.length - 1) : moved, column };
}

/** The roving focus of the grid; `resetKey` changes when a new question was asked, and the focus starts at its top. */
export function useGridFocus(
  scroller: RefObject<HTMLElement | null>,
  rows: Uint32Array,
  rowId: (row: number) => string,
  columns: number,
  resetKey: string,
): GridFocus {
  const [state, setState] = useState<FocusState>({ position: 0, column: 1, id: '' });
  const [seenKey, setSeenKey] = useState(resetKey);
  const pending = useRef(false);
  const inside = useRef(false);

  if (seenKey !== resetKey) {
    setSeenKey(resetKey);
    if (state.position > 0) setState({ ...state, position: 0, id: '' });
  }
  const place = useMemo(() => currentPlace(state, rows, rowId, columns), [state, rows, rowId, columns]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key is what asks for the top
  useLayoutEffect(() => {
    if (scroller.current) scroller.current.scrollTop = 0;
  }, [resetKey, scroller]);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const focused = document.activeElement;
    // A focused cell that was taken out of the page leaves the focus on the body: its place takes over.
    const lost = inside.current && focused === document.body;
    inside.current = lost || element.contains(focused);
    if (!pending.current && !lost) return;
    const cell = cellAt(element, place);
    if (cell === null) return;
    pending.current = false;
    inside.current = true;
    cell.focus({ preventScroll: true });
  });

  const noteFocus = useCallback(
    (next: CellPlace) => {
      const row = rows[next.position];
      setState({ ...next, id: row === undefined ? '' : rowId(row) });
    },
    [rows, rowId],
  );
  const moveTo = useCallback(
    (next: CellPlace) => {
      pending.current = true;
      if (scroller.current) bringIntoSight(scroller.current, next);
      noteFocus(next);
    },
    [scroller, noteFocus],
  );
  const refocus = useCallback(() => {
    pending.current = true;
    setState((old) => ({ ...old }));
  }, []);
  return { place, moveTo, noteFocus, refocus };
}
