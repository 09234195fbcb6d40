import { type ReactNode, useEffect, useReducer, useRef, useState } from 'react';
import styles from './scenario.module.css';

/** What is about to be scrolled into view counts as seen. */
const NEAR: IntersectionObserverInit = { rootMargin: '40px' };
/** After so many milliseconds without a change, what nobody sees follows too: it may be read aloud, printed or saved. */
const REST = 300;

interface WhileSeenProps<T> {
  readonly value: T;
  readonly className?: string | undefined;
  readonly children: (value: T) => ReactNode;
}

/**
 * Hands on each new value at once while its place is in view, and otherwise only when the value has come to rest: a slider
 * that is dragged works out again only what is before the person's eyes.
 */
export function WhileSeen<T>({ value, className, children }: WhileSeenProps<T>): ReactNode {
  const box = useRef<HTMLDivElement | null>(null);
  const [seen, setSeen] = useState(true);
  const [, follow] = useReducer((count: number) => count + 1, 0);
  const handed = useRef(value);
  if (seen) handed.current = value;
  useEffect(() => {
    if (!box.current) return;
    const watcher = new IntersectionObserver(([entry]) => setSeen(entry?.isIntersecting ?? true), NEAR);
    watcher.observe(box.current);
    return () => watcher.disconnect();
  }, []);
  useEffect(() => {
    if (seen) return;
    const timer = setTimeout(() => {
      handed.current = value;
      follow();
    }, REST);
    return () => clearTimeout(timer);
  }, [seen, value]);
  return (
    <div ref={box} className={className ? `${styles.seen} ${className}` : styles.seen}>
      {children(handed.current)}
    </div>
  );
}
