/** Many small sets of whole numbers, each sorted, in two arrays: what a set of objects would cost tenfold. */
export interface IdSets {
  readonly count: number;
  /** Members of set `s` are `ids[starts[s]]` up to, not with, `ids[starts[s + 1]]`. */
  readonly starts: Int32Array;
  readonly ids: Int32Array;
}

export interface IdSetsBuilder {
  /** Puts a number into the set that is open; again and again does no harm. */
  readonly add: (id: number) => void;
  /** Ends the open set and begins the next one; `false` if it had fewer different members and was dropped. */
  readonly close: (fewest: number) => boolean;
  readonly build: () => IdSets;
}

/** The arrays grow past what is expected. */
export function idSetsBuilder(expectedSets: number, expectedIds: number): IdSetsBuilder {
  let starts = new Int32Array(expectedSets + 2);
  let ids = new Int32Array(Math.max(16, expectedIds));
  let sets = 0;
  let end = 0;
  return {
    add: (id) => {
      if (end === ids.length) ids = grown(ids);
      ids[end] = id;
      end += 1;
    },
    close: (fewest) => {
      const from = starts[sets] ?? 0;
      sort(ids, from, end);
      let kept = from;
      for (let at = from; at < end; at += 1) {
        const id = ids[at] ?? 0;
        if (at > from && id === ids[kept - 1]) continue;
        ids[kept] = id;
        kept += 1;
      }
      end = kept - from < fewest ? from : kept;
      if (kept - from < fewest) return false;
      sets += 1;
      if (sets + 1 > starts.length) starts = grown(starts);
      starts[sets] = end;
      return true;
    },
    build: () => ({ count: sets, starts: starts.subarray(0, sets + 1), ids: ids.subarray(0, end) }),
  };
}

/** Most sets are short: to sort one where it lies takes less than a view of it would. */
const SHORT = 64;

function sort(ids: Int32Array, from: number, end: number): void {
  if (end - from > SHORT) {
    ids.subarray(from, end).sort();
    return;
  }
  for (let at = from + 1; at < end; at += 1) {
    const id = ids[at] ?? 0;
    let place = at;
    while (place > from && (ids[place - 1] ?? 0) > id) {
      ids[place] = ids[place - 1] ?? 0;
      place -= 1;
    }
    ids[place] = id;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.ceil(array.length * 1.5));
  larger.set(array);
  return larger;
}

/** The sum of the squared weights of what two sets share: of it and the sets' own weights cosine and containment are made. */
export function sharedWeight(a: IdSets, one: number, b: IdSets, other: number, weights: Float32Array): number {
  let at = a.starts[one] ?? 0;
  let to = b.starts[other] ?? 0;
  const endA = a.starts[one + 1] ?? 0;
  const endB = b.starts[other + 1] ?? 0;
  let sum = 0;
  while (at < endA && to < endB) {
    const x = a.ids[at] ?? 0;
    const y = b.ids[to] ?? 0;
    if (x === y) {
      const weight = weights[x] ?? 0;
      sum += weight * weight;
      at += 1;
      to += 1;
    } else if (x < y) at += 1;
    else to += 1;
  }
  return sum;
}

/** The sum of the squared weights of a set. */
export function weightOfSet(sets: IdSets, set: number, weights: Float32Array): number {
  let sum = 0;
  const end = sets.starts[set + 1] ?? 0;
  for (let at = sets.starts[set] ?? 0; at < end; at += 1) {
    const weight = weights[sets.ids[at] ?? 0] ?? 0;
    sum += weight * weight;
  }
  return sum;
}
