import { useMediaQuery } from '@mantine/hooks';
import { type RefObject, useLayoutEffect, useRef, useState } from 'react';

/** As wide as in rail.css. */
const NARROW = '(max-width: 1024px)';

export interface Bar {
  readonly list: RefObject<HTMLUListElement | null>;
  /** The window is narrow: the entries stand in one line. */
  readonly bar: boolean;
  /** Places of the entries that the line has no room for. */
  readonly over: ReadonlySet<number>;
}

const NONE: ReadonlySet<number> = new Set();

/** Which entries of the navigation fit into one line: those that wrap into a second one, which is cut off, do not. */
export function useBar(count: number): Bar {
  const list = useRef<HTMLUListElement>(null);
  const bar = useMediaQuery(NARROW, false, { getInitialValueInEffect: false });
  const [over, setOver] = useState(NONE);
  useLayoutEffect(() => {
    const line = list.current;
    if (!bar || line === null) {
      setOver(NONE);
      return;
    }
    const measure = (): void => {
      const entries = [...line.children].slice(0, count) as HTMLElement[]; // the items of a list of ours
      const top = entries[0]?.offsetTop ?? 0;
      const wrapped = entries.flatMap((entry, index) => (entry.offsetTop > top ? [index] : []));
      setOver((before) => (wrapped.join() === [...before].join() ? before : new Set(wrapped)));
    };
    measure();
    // Counts arrive later and change how much fits: the entries are watched as well as their line.
    const watch = new ResizeObserver(measure);
    watch.observe(line);
    for (const entry of line.children) watch.observe(entry);
    return () => watch.disconnect();
  }, [bar, count]);
  return { list, bar, over };
}
