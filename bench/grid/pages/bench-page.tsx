import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import type { Grid } from '../../../src-shared/contract/models/grid';
import '@fontsource-variable/inter/wght.css';
import '../../../src-renderer/styles/tokens.css';
import '../../../src-renderer/styles/base.css';
import './bench-page.css';

declare global {
  interface Window {
    /** Called by the benchmark once the page has loaded; answers the time from the parsed answer to the painted grid, ms. */
    startBench?: () => Promise<number>;
  }
}

/** Resolves when the frame that shows the element has been painted. */
function Painted({ onPaint, children }: { readonly onPaint: () => void; readonly children: ReactNode }): ReactNode {
  useEffect(() => {
    requestAnimationFrame(() => requestAnimationFrame(onPaint));
  }, [onPaint]);
  return children;
}

/** Both grids are measured by the same steps: parse the answer, build what the grid needs, render, wait for the paint. */
export function benchPage(render: (grid: Grid) => ReactNode): void {
  window.startBench = async () => {
    const text = await (await fetch('/payload.json')).text();
    // The benchmark's own server sent it; both pages get the same bytes.
    const grid = JSON.parse(text) as Grid;
    const root = document.getElementById('root');
    if (root === null) throw new Error('the page has no root');
    const from = performance.now();
    const content = render(grid);
    await new Promise<void>((resolve) => createRoot(root).render(<Painted onPaint={resolve}>{content}</Painted>));
    return performance.now() - from;
  };
}
