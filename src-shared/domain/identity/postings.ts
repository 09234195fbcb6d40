import type { SetsOfRecords } from './likeness-corpus';

/** For each number the records whose sets have it, ascending: a search index in two arrays. */
export interface Postings {
  /** Records of number `n` are `records[starts[n]]` up to, not with, `records[starts[n + 1]]`. */
  readonly starts: Int32Array;
  readonly records: Int32Array;
}

/** Records from `from` up to, not with, `to`. */
export interface RecordRange {
  readonly from: number;
  readonly to: number;
}

/** @param size numbers are below it; @param most numbers of more records are left out: they would find everything */
export function postingsOf(of: SetsOfRecords, size: number, most: number): Postings {
  const found = new Int32Array(size);
  eachOnce(of, size, (id) => {
    found[id] = (found[id] ?? 0) + 1;
  });
  const starts = new Int32Array(size + 1);
  for (let id = 0; id < size; id += 1) {
    const times = found[id] ?? 0;
    starts[id + 1] = (starts[id] ?? 0) + (times > most ? 0 : times);
    found[id] = times > most ? -1 : (starts[id] ?? 0);
  }
  const records = new Int32Array(starts[size] ?? 0);
  eachOnce(of, size, (id, record) => {
    const place = found[id] ?? -1;
    if (place < 0) return;
    records[place] = record;
    found[id] = place + 1;
  });
  return { starts, records };
}

/** Each number of each record once, however many of its sets have it. */
function eachOnce({ sets, owners }: SetsOfRecords, size: number, visit: (id: number, record: number) => void): void {
  const last = new Int32Array(size).fill(-1);
  for (let set = 0; set < sets.count; set += 1) {
    const record = owners[set] ?? 0;
    const end = sets.starts[set + 1] ?? 0;
    for (let at = sets.starts[set] ?? 0; at < end; at += 1) {
      const id = sets.ids[at] ?? 0;
      if (last[id] === record) continue;
      last[id] = record;
      visit(id, record);
    }
  }
}

/** The place of a number's first record that is not before `record`. */
export function placeFrom({ starts, records }: Postings, id: number, record: number): number {
  let low = starts[id] ?? 0;
  let high = starts[id + 1] ?? 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((records[middle] ?? 0) < record) low = middle + 1;
    else high = middle;
  }
  return low;
}
