import { type RefObject, useEffect, useRef } from 'react';

const SCROLLING = new Set(['PageDown', 'PageUp', 'Home', 'End', ' ', 'ArrowDown', 'ArrowUp']);

/**
 * The focus follows to the page when the person goes to another one, unless the page has taken it already. Keys that
 * scroll, pressed while nothing has the focus, are the page's as well: the window around it does not scroll.
 */
export function usePageFocus(pathname: string): RefObject<HTMLElement | null> {
  const main = useRef<HTMLElement>(null);
  const before = useRef(pathname);
  useEffect(() => {
    if (before.current === pathname) return;
    before.current = pathname;
    if (!main.current?.contains(document.activeElement)) main.current?.focus({ preventScroll: true });
  }, [pathname]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (SCROLLING.has(event.key) && document.activeElement === document.body)
        main.current?.focus({ preventScroll: true });
    };
    window.addEventListener('keydown', onKey, { capture: true });
    return () => window.removeEventListener('keydown', onKey, { capture: true });
  }, []);
  return main;
}
