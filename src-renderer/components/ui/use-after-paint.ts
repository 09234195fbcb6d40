import { startTransition, useEffect, useRef, useState } from 'react';

/** Milliseconds from one time that it follows to the next, while a value changes with every frame. */
const APART = 150;

/**
 * Follows `value` once the frame that shows it has been painted, and no oftener than a person reads: for what need not be
 * before their eyes at once, so that it takes no time from what must, such as the lines that a slider moves.
 */
export function useAfterPaint<T>(value: T): T {
  const [followed, setFollowed] = useState(() => value);
  const last = useRef(0);
  useEffect(() => {
    if (value === followed) return;
    let task: ReturnType<typeof setTimeout> | undefined;
    const follow = (): void => {
      last.current = performance.now();
      startTransition(() => setFollowed(() => value));
    };
    const frame = requestAnimationFrame(() => {
      task = setTimeout(follow, Math.max(0, last.current + APART - performance.now()));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [value, followed]);
  return followed;
}
