import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';

interface SidewaysProps {
  /** What lies in it, for those who listen. */
  readonly label: string;
  readonly className: string | undefined;
  readonly children: ReactNode;
}

/** A table that is wider than a narrow window moves sideways; while it does, it takes the focus, so that keys move it. */
export function Sideways({ label, className, children }: SidewaysProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [moves, setMoves] = useState(false);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setMoves(element.scrollWidth > element.clientWidth);
    measure();
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  return (
    <div ref={box} className={className} {...(moves ? { role: 'group', tabIndex: 0, 'aria-label': label } : {})}>
      {children}
    </div>
  );
}
