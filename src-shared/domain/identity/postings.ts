import type { SetsOfRecords } from './likeness-corpus';

/** For each number the records whose sets have it: a search index in two arrays. */
export interface Postings {
  /** Records of number `n` are `records[starts[n]]` up to, not with, `records[starts[n + 1]]`. */
  readonly starts: Int32Array;
  readonly records: Int32Array;
}

/** @param size numbers are below it; @param most numbers of more records are left out: they would find everything */
export function postingsOf({ sets, owners }: SetsOfRecords, size: number, most: number): Postings {
  const found = new Int32Array(size);
  for (let at = 0; at < sets.ids.length; at += 1) {
    const id = sets.ids[at] ?? 0;
    found[id] = (found[id] ?? 0) + 1;
  }
  const starts = new Int32Array(size + 1);
  for (let id = 0; id < size; id += 1) {
    const times = found[id] ?? 0;
    starts[id + 1] = (starts[id] ?? 0) + (times > most ? 0 : times);
    found[id] = times > most ? -1 : (starts[id] ?? 0);
  }
  const records = new Int32Array(starts[size] ?? 0);
  for (let set = 0; set < sets.count; set += 1) {
    const end = sets.starts[set + 1] ?? 0;
    for (let at = sets.starts[set] ?? 0; at < end; at += 1) {
      const id = sets.ids[at] ?? 0;
      const place = found[id] ?? -1;
      if (place < 0) continue;
      records[place] = owners[set] ?? 0;
      found[id] = place + 1;
    }
  }
  return { starts, records };
}
