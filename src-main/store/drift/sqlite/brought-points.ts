import type Database from 'better-sqlite3';
import { assertNever } from '#domain/base/assert-never';
import { type DriftWorking, ForgedPoints, type RecordedBatch, type WorkingCells } from '../workings';
import { findBatches } from './batches-found';
import { countOf, decodeColumns, UnknownKind } from './codec';
import { emptyPoints, SEGMENT_POINTS, STORED_COLUMNS } from './points';

/**
 * Watches what an entry of others brings along beside its changes. Its own batches may bring points; those of others may be moved (a tail
 * that became a segment) and never changed; what leads to points may come and not change. What its batches recorded is held against
 * their digests at the end, which are in the entry's hash.
 */
export class BroughtPoints {
  /** Batches that are new here: one that returns by an undo has its points already. */
  private readonly fresh: ReadonlyMap<number, RecordedBatch>;
  private readonly loaded = new Set<number>();
  /** Points and distributions of other batches: how many came less how many went, by what they say. */
  private readonly moved = new Map<string, number>();

  /** @param recorded what the entry inserted, as it stands in the file now; what it brings along is not there yet */
  constructor(
    private readonly db: Database.Database,
    private readonly recorded: readonly RecordedBatch[],
  ) {
    const isLoaded = db.prepare<[number]>('SELECT 1 FROM drift_loads WHERE no = ?');
    this.fresh = new Map(recorded.filter(({ no }) => isLoaded.get(no) === undefined).map((one) => [one.no, one]));
  }

  readonly take = (of: DriftWorking, before: WorkingCells | null, after: WorkingCells | null): void => {
    switch (of) {
      case 'drift_loads':
        this.load(before, after);
        return;
      case 'drift_series':
        refuseUnless(before === null || isSame(before, after), 'a series is another');
        return;
      case 'drift_segments':
      case 'drift_tail':
        if (before !== null) this.note(pointsOf(of, before), -1);
        if (after !== null) this.note(pointsOf(of, after), 1);
        return;
      case 'drift_distributions':
        if (before !== null) this.note([[Number(before.batch), JSON.stringify(before)]], -1);
        if (after !== null) this.note([[Number(after.batch), JSON.stringify(after)]], 1);
        return;
      default:
        assertNever(of);
    }
  };

  /** When all is written. @throws ForgedPoints */
  async finish(): Promise<void> {
    refuseUnless(this.loaded.size === this.fresh.size, 'a batch came without what leads to it');
    refuseUnless(
      [...this.moved.values()].every((count) => count === 0),
      'points of other batches are others',
    );
    const models = new Map<string, RecordedBatch[]>();
    for (const batch of this.recorded) models.set(batch.model_id, [...(models.get(batch.model_id) ?? []), batch]);
    for (const [modelId, batches] of models) {
      const proved = batches.filter(({ digest }) => digest !== '');
      if (proved.length === 0) continue;
      const { byNo, broken } = await findBatches(this.db, modelId, new Set(proved.map(({ no }) => no)));
      refuseUnless(broken.length === 0, 'a segment is not as it was written');
      for (const { no, digest } of proved) refuseUnless(byNo.get(no)?.digest === digest, `batch ${no} recorded others`);
    }
  }

  private load(before: WorkingCells | null, after: WorkingCells | null): void {
    refuseUnless(before === null || isSame(before, after), 'a batch leads elsewhere');
    if (before !== null || after === null) return;
    const batch = this.fresh.get(Number(after.no));
    refuseUnless(batch?.id === after.batch_id && batch?.model_id === after.model_id, 'a batch that the entry has not');
    this.loaded.add(Number(after.no));
  }

  private note(told: Iterable<readonly [batch: number, says: string]>, by: 1 | -1): void {
    for (const [batch, says] of told) {
      if (by === 1 && this.fresh.has(batch)) continue;
      this.moved.set(says, (this.moved.get(says) ?? 0) + by);
    }
  }
}

const isSame = (before: WorkingCells, after: WorkingCells | null): boolean =>
  after !== null && Object.keys(before).every((column) => before[column] === (after[column] ?? null));

function refuseUnless(holds: boolean, why: string): void {
  if (!holds) throw new ForgedPoints(why);
}

/** Each point with its batch and all that it says, wherever it lies. */
function* pointsOf(of: 'drift_segments' | 'drift_tail', row: WorkingCells): Generator<readonly [number, string]> {
  const series = Number(row.series_id);
  if (of === 'drift_tail') {
    const values = TAIL_COLUMNS.map((column) => row[column] ?? Number.NaN);
    yield [Number(row.batch), `${series} ${values.join(' ')}`];
    return;
  }
  const { n, points: block } = row;
  if (!Buffer.isBuffer(block) || typeof n !== 'number' || n > SEGMENT_POINTS || countOf(block) !== n)
    throw new ForgedPoints('a segment is not as it was written');
  const points = emptyPoints(n, STORED_COLUMNS);
  const columns = STORED_COLUMNS.map((name) => points[name]);
  try {
    decodeColumns(block, COLUMN_PLACES, columns, 0);
  } catch (error) {
    if (error instanceof UnknownKind) throw new ForgedPoints(error.message);
    throw error;
  }
  // −0 is told as 0, as the tail has it.
  for (let at = 0; at < n; at += 1)
    yield [points.batch[at] ?? 0, `${series} ${columns.map((column) => column[at] ?? Number.NaN).join(' ')}`];
}

const COLUMN_PLACES = STORED_COLUMNS.map((_, at) => at);
/** As `STORED_COLUMNS` are called in the tail. */
const TAIL_COLUMNS = ['at', 'span', 'value', 'n_ref', 'n_cur', 'n_bins', 'lower', 'upper', 'verdict', 'row', 'batch'];
