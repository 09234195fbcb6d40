import { sqlite } from '../journal/connection';
import type { ReadHandle } from '../journal/handle';
import { yieldToOthers } from '../journal/yield-to-others';
import { onlyDifferent } from './sqlite/batch-digest';
import { type FoundBatches, findBatches, type Series } from './sqlite/batches-found';
import { type BatchSaid, batchesSaid, isTakenBack, measuredModels } from './sqlite/batches-said';

/** Points that are not what the journal says. */
export interface PointDifference {
  /**
   * `changed`: what a batch recorded is another; `nobodys`: points lie there that no batch brought; `broken`: a segment is not as it was
   * written.
   */
  readonly what: 'changed' | 'nobodys' | 'broken';
  readonly modelId: string;
  readonly name: string | null;
  /** `null`: of no batch, or of several. */
  readonly batchId: string | null;
  /** When and by which tool, as far as there is a batch. */
  readonly recordedAt: string | null;
  readonly tool: string | null;
  /** `null`: of several, or it cannot be told. */
  readonly series: Series | null;
}

export interface PointVerification {
  /** Batches whose points were held against their digest. */
  readonly batches: number;
  /** Batches of before there were digests: nothing proves their points. */
  readonly unchecked: number;
  /** All that lie in the file. */
  readonly points: number;
  /** The first of them. */
  readonly differences: readonly PointDifference[];
  /** How many there are. */
  readonly differing: number;
}

const MOST_TOLD = 20;

/**
 * Holds the points of drift results against what their batches, which the journal proves, say of them.
 *
 * @param read a snapshot in which nobody writes
 */
export async function verifyPoints(read: ReadHandle): Promise<PointVerification> {
  const db = sqlite(read);
  const differences: PointDifference[] = [];
  let [batches, unchecked, points] = [0, 0, 0];
  for (const model of measuredModels(db)) {
    const said = batchesSaid(db, model.id);
    const found = await findBatches(db, model.id, null, yieldToOthers);
    const without = said.filter(({ digest }) => digest === '').length;
    unchecked += without;
    batches += said.length - without;
    points += found.points;
    const none = { modelId: model.id, name: model.name, batchId: null, recordedAt: null, tool: null, series: null };
    for (const series of found.broken) differences.push({ ...none, what: 'broken', series });
    for (const batch of said)
      if (!holds(batch, found)) differences.push({ ...none, what: 'changed', ...batchOf(batch, found) });
    const known = new Set(said.map(({ no }) => no));
    for (const [no, { series }] of found.byNo)
      if (!known.has(no) && !isTakenBack(db, model.id, no))
        differences.push({ ...none, what: 'nobodys', series: series.length === 1 ? (series[0] ?? null) : null });
  }
  return { batches, unchecked, points, differences: differences.slice(0, MOST_TOLD), differing: differences.length };
}

const holds = ({ no, digest }: BatchSaid, { byNo }: FoundBatches): boolean =>
  digest === '' || byNo.get(no)?.digest === digest;

function batchOf(
  { id, no, digest, recordedAt, tool }: BatchSaid,
  { byNo }: FoundBatches,
): Pick<PointDifference, 'batchId' | 'recordedAt' | 'tool' | 'series'> {
  const found = byNo.get(no);
  const place = found ? onlyDifferent(digest, found.digest, found.series.length) : null;
  const series = place === null ? null : (found?.series[place] ?? null);
  return { batchId: id, recordedAt, tool, series };
}
