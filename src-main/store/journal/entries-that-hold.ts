import { tables } from './connection';
import type { ReadHandle } from './handle';

/** Those of the entries that were not turned back in the end: an undo turns an entry back, a redo the undo, and so on. */
export async function entriesThatHold(read: ReadHandle, seqs: readonly number[]): Promise<readonly number[]> {
  if (seqs.length === 0) return [];
  const turned = await tables(read)
    .selectFrom('journal')
    .select(['seq', 'ref_seq'])
    .where('ref_seq', 'is not', null)
    .orderBy('seq')
    .execute();
  const turnedBy = new Map(turned.map(({ seq, ref_seq }) => [ref_seq, seq]));
  const holds = (seq: number): boolean => {
    const by = turnedBy.get(seq);
    return by === undefined || !holds(by);
  };
  return seqs.filter(holds);
}
