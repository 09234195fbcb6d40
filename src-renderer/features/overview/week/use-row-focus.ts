import { type FocusEvent, type RefObject, useEffect, useRef } from 'react';

/** A dialog that settles a row closes after the row is gone: so long the focus is waited for. */
const PATIENCE_MS = 3000;
const LOOK_MS = 40;

interface Held {
  readonly key: string;
  readonly place: number;
}

/**
 * Where a row that had the focus is settled and gone, the row that took its place gets it, so that nobody who works through a
 * list by keyboard begins at the top again.
 * @param keys the rows shown, in order; each has its key as `data-row`
 */
export function useRowFocus(table: RefObject<HTMLTableElement | null>, keys: readonly string[]) {
  const held = useRef<Held | null>(null);
  const all = keys.join('\n');
  useEffect(() => {
    const shown = all === '' ? [] : all.split('\n');
    const last = held.current;
    if (last === null || shown.includes(last.key)) return;
    const key = shown[Math.min(last.place, shown.length - 1)];
    if (key === undefined) return;
    const end = Date.now() + PATIENCE_MS;
    const timer = setInterval(() => {
      const active = document.activeElement;
      const inDialog = active?.closest('[role="dialog"]') != null;
      if (!inDialog) {
        clearInterval(timer);
        // Somewhere else by now: whoever went there is left there.
        if (active === null || active === document.body)
          table.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(key)}"] button`)?.focus();
      } else if (Date.now() > end) clearInterval(timer);
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [all, table]);
  return {
    onFocus: ({ target }: FocusEvent): void => {
      const key = target.closest<HTMLElement>('[data-row]')?.getAttribute('data-row') ?? undefined;
      if (key !== undefined) held.current = { key, place: keys.indexOf(key) };
    },
  };
}
