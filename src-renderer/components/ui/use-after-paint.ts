import { startTransition, useEffect, useState } from 'react';

/**
 * Follows `value` once the frame that shows it has been painted: for what need not be before a person's eyes at once, so that
 * it takes no time from what must, such as the lines that a slider moves. While frames follow each other closely it waits.
 */
export function useAfterPaint<T>(value: T): T {
  const [followed, setFollowed] = useState(() => value);
  useEffect(() => {
    if (value === followed) return;
    let task: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      task = setTimeout(() => startTransition(() => setFollowed(() => value)));
    });
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(task);
    };
  }, [value, followed]);
  return followed;
}
