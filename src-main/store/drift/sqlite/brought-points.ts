import type Database from 'better-sqlite3';
import { assertNever } from '#domain/base/assert-never';
import { DamagedPoints, type DriftWorking, ForgedPoints, type RecordedBatch, type WorkingCells } from '../workings';
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
  /** In which series its own batches came, by their numbers. */
  private readonly places = new Map<number, Set<number>>();
  /** Points and distributions of other batches: how many came less how many went, by what they say. */
  private readonly moved = new Map<string, number>();

  /** @param recorded what the entry inserted, as it stands in the file now; what it brings along is not there yet */
  constructor(
    private readonly db: Database.Database,
    private readonly recorded: readonly RecordedBatch[],
  ) {
    const loaded = db.prepare<[number], Load>('SELECT batch_id, model_id FROM drift_loads WHERE no = ?');
    const fresh = new Map<number, RecordedBatch>();
    for (const one of recorded) {
      const load = loaded.get(one.no);
      if (load === undefined) fresh.set(one.no, one);
      else refuseUnless(isOf(load, one), `number ${one.no} is that of another batch`);
    }
    this.fresh = fresh;
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
        if (before !== null) this.note(distributionOf(before), -1);
        if (after !== null) this.note(distributionOf(after), 1);
        return;
      default:
        assertNever(of);
    }
  };

  /** When all is written. @throws ForgedPoints; DamagedPoints where it is what lay here before that is another */
  async finish(): Promise<void> {
    refuseUnless(this.loaded.size === this.fresh.size, 'a batch came without what leads to it');
    refuseUnless(
      [...this.moved.values()].every((count) => count === 0),
      'points of other batches are others',
    );
    this.checkPlaces();
    const models = new Map<string, RecordedBatch[]>();
    for (const batch of this.recorded) models.set(batch.model_id, [...(models.get(batch.model_id) ?? []), batch]);
    for (const [modelId, batches] of models) {
      const proved = batches.filter(({ digest }) => digest !== '');
      if (proved.length === 0) continue;
      const { byNo, broken } = await findBatches(this.db, modelId, new Set(proved.map(({ no }) => no)));
      for (const { no, digest } of proved) {
        if (byNo.get(no)?.digest === digest) continue;
        // What came was looked at as it came: a segment that is broken now was so before, and what returns lay here all the time.
        if (broken.length > 0 || !this.fresh.has(no)) throw new DamagedPoints(`batch ${no} is damaged here`);
        throw new ForgedPoints(`batch ${no} recorded others`);
      }
    }
  }

  /** Digests are of the series of the batch's own model: nothing of it may lie under another, or under one that is to come. */
  private checkPlaces(): void {
    const modelOf = this.db.prepare<[number], string>('SELECT model_id FROM drift_series WHERE id = ?').pluck();
    for (const [no, series] of this.places)
      for (const id of series)
        refuseUnless(modelOf.get(id) === this.fresh.get(no)?.model_id, `batch ${no} has points of another model`);
  }

  private load(before: WorkingCells | null, after: WorkingCells | null): void {
    refuseUnless(before === null || isSame(before, after), 'a batch leads elsewhere');
    if (before !== null || after === null) return;
    const batch = this.fresh.get(Number(after.no));
    refuseUnless(batch?.id === after.batch_id && batch?.model_id === after.model_id, 'a batch that the entry has not');
    this.loaded.add(Number(after.no));
  }

  private note(told: Iterable<Told>, by: 1 | -1): void {
    for (const [batch, series, says] of told) {
      if (by === 1 && this.fresh.has(batch)) {
        const places = this.places.get(batch) ?? new Set();
        this.places.set(batch, places.add(series));
        continue;
      }
      this.moved.set(says, (this.moved.get(says) ?? 0) + by);
    }
  }
}

interface Load {
  readonly batch_id: string;
  readonly model_id: string;
}

/** A load without a batch is one that a repair found no batch for. */
const isOf = ({ batch_id, model_id }: Load, { id, model_id: of }: RecordedBatch): boolean =>
  (batch_id === id || batch_id === '') && model_id === of;

type Told = readonly [batch: number, series: number, says: string];

const distributionOf = (row: WorkingCells): readonly Told[] => [
  [Number(row.batch), Number(row.series_id), JSON.stringify(row)],
];

const isSame = (before: WorkingCells, after: WorkingCells | null): boolean =>
  after !== null && Object.keys(before).every((column) => before[column] === (after[column] ?? null));

function refuseUnless(holds: boolean, why: string): void {
  if (!holds) throw new ForgedPoints(why);
}

/** Each point with its batch and all that it says, wherever it lies. */
function* pointsOf(of: 'drift_segments' | 'drift_tail', row: WorkingCells): Generator<Told> {
  const series = Number(row.series_id);
  if (of === 'drift_tail') {
    const values = TAIL_COLUMNS.map((column) => row[column] ?? Number.NaN);
    yield [Number(row.batch), series, `${series} ${values.join(' ')}`];
    return;
  }
  const { n, points: block } = row;
  const isOne =
    Buffer.isBuffer(block) && typeof n === 'number' && n >= 1 && n <= SEGMENT_POINTS && countOf(block) === n;
  if (!isOne) throw new ForgedPoints('a segment is not as it was written');
  const points = emptyPoints(n, STORED_COLUMNS);
  const columns = STORED_COLUMNS.map((name) => points[name]);
  try {
    decodeColumns(block, COLUMN_PLACES, columns, 0);
  } catch (error) {
    if (error instanceof UnknownKind) throw new ForgedPoints(error.message);
    throw error;
  }
  refuseUnless(points.at[0] === row.from_at && points.at[n - 1] === row.to_at, 'a segment is of another time');
  // −0 is told as 0, as the tail has it.
  for (let at = 0; at < n; at += 1)
    yield [points.batch[at] ?? 0, series, `${series} ${columns.map((column) => column[at] ?? Number.NaN).join(' ')}`];
}

const COLUMN_PLACES = STORED_COLUMNS.map((_, at) => at);
/** As `STORED_COLUMNS` are called in the tail. */
const TAIL_COLUMNS = ['at', 'span', 'value', 'n_ref', 'n_cur', 'n_bins', 'lower', 'upper', 'verdict', 'row', 'batch'];
