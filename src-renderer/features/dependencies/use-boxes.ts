import { type RefObject, useLayoutEffect, useState } from 'react';
import type { Graph } from './graph-columns';
import type { Box } from './wires';

/** Where each name of the graph stands now: again when a column scrolls or the window changes its size. */
export function useBoxes(area: RefObject<HTMLElement | null>, graph: Graph): ReadonlyMap<string, Box> {
  const [boxes, setBoxes] = useState<ReadonlyMap<string, Box>>(new Map());
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null || graph.nodes.length === 0) return undefined;
    let asked = 0;
    const measure = (): void => setBoxes(boxesIn(element));
    const soon = (): void => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(measure);
    };
    measure();
    const watch = new ResizeObserver(soon);
    watch.observe(element);
    // Columns scroll by themselves; their events do not bubble.
    element.addEventListener('scroll', soon, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(asked);
      watch.disconnect();
      element.removeEventListener('scroll', soon, { capture: true });
    };
  }, [area, graph]);
  return boxes;
}

function boxesIn(area: HTMLElement): ReadonlyMap<string, Box> {
  const own = area.getBoundingClientRect();
  const boxes = new Map<string, Box>();
  for (const list of area.querySelectorAll('ul')) {
    const column = list.getBoundingClientRect();
    for (const node of list.querySelectorAll<HTMLElement>('[data-key]')) {
      const place = node.getBoundingClientRect();
      const middle = Math.min(Math.max((place.top + place.bottom) / 2, column.top), column.bottom);
      const left = place.left - own.left + area.scrollLeft;
      boxes.set(node.dataset.key ?? '', { left, right: left + place.width, middle: middle - own.top });
    }
  }
  return boxes;
}
