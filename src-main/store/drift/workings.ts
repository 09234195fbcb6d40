import type { DriftBatchRow } from './tables';

/** Tables of what hangs on batches and does not follow from facts. */
export type DriftWorking = 'drift_loads' | 'drift_series' | 'drift_segments' | 'drift_tail' | 'drift_distributions';

/** A row of one of them, by its columns. */
export type WorkingCells = Readonly<Record<string, string | number | null | Buffer>>;

/** Is told a row as it lies here and as it is going to lie (`null`: not at all), and throws for what may not be. */
export type WorkingRowTaker = (of: DriftWorking, before: WorkingCells | null, after: WorkingCells | null) => void;

/** Of a batch that an entry put into the journal. */
export type RecordedBatch = Pick<DriftBatchRow, 'id' | 'no' | 'model_id' | 'digest'>;

/** What an entry brought along is not what it says, or changes what others recorded. */
export class ForgedPoints extends Error {}

/** What lay in this copy before is not what was recorded: nothing of what an entry brought along. */
export class DamagedPoints extends Error {}
