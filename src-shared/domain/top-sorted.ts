/**
 * The first `count` of `items` in the order of `compare`, without sorting the rest: a heap of the `count` best so far, its
 * root the worst of them. Equal items may come in any order, so `compare` should end with something unique.
 */
export function topSorted<T>(items: readonly T[], count: number, compare: (a: T, b: T) => number): T[] {
  if (count >= items.length / 2) return items.toSorted(compare).slice(0, count);
  const heap: T[] = [];
  for (const item of items) {
    if (heap.length < count) {
      heap.push(item);
      rise(heap, compare);
    } else if (count > 0 && compare(item, heap[0] as T) < 0) {
      // heap[0] is there: count > 0 and the heap is full.
      heap[0] = item;
      sink(heap, compare);
    }
  }
  return heap.sort(compare);
}

function rise<T>(heap: T[], compare: (a: T, b: T) => number): void {
  let at = heap.length - 1;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (compare(heap[at] as T, heap[parent] as T) <= 0) return; // both places are inside the heap
    swap(heap, at, parent);
    at = parent;
  }
}

function sink<T>(heap: T[], compare: (a: T, b: T) => number): void {
  let at = 0;
  for (;;) {
    let worst = at;
    for (const child of [2 * at + 1, 2 * at + 2])
      if (child < heap.length && compare(heap[child] as T, heap[worst] as T) > 0) worst = child; // inside the heap
    if (worst === at) return;
    swap(heap, at, worst);
    at = worst;
  }
}

function swap<T>(heap: T[], a: number, b: number): void {
  [heap[a], heap[b]] = [heap[b] as T, heap[a] as T]; // both places are inside the heap
}
