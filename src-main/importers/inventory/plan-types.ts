import type { Preview } from '#contract/imports/imports';
import type { Problem } from '#contract/imports/parts';
import type { ModelFields } from '#contract/models/models';
import type { DatePrecision } from '#domain/base/period';
import type { ChangeGroup } from '#domain/models/history/change-group';
import type { Decision, HistoryMerge, KnownMove } from '#domain/models/history/told';
import type { Stage } from '#domain/vocabulary';
import type { TablePart } from '../tabular/table';
import type { DutyAnswer } from './duty-columns';
import type { RowEvidence } from './evidence-columns';

/** Fields that an import gives a model: only those that are mapped and say something. Money in minor units. */
export type ImportedFields = Readonly<Partial<ModelFields>>;

/**
 * A stage that the model entered; `at` is an ISO instant at midnight UTC, the middle of what is known no finer than
 * `precision`, `null` when nothing is known of it.
 */
export interface StageEvent {
  readonly stage: Stage;
  readonly at: string | null;
  readonly precision: DatePrecision;
}

/** What the store knows of a model that a row may match. */
export interface ExistingModel {
  readonly id: string;
  readonly name: string;
  /** The key of the row that it was last imported from, '' if it never was. */
  readonly keyText: string;
  /** Current values. */
  readonly fields: ImportedFields;
  /** Each value as an import gave it last; `null`: never imported. */
  readonly lastImported: ImportedFields | null;
  readonly stage: Stage;
  /** Its history, in order. */
  readonly moves: readonly KnownMove[];
  /** What a file told of its life when somebody said that ours stays (as `settledText` writes it); '' for never. */
  readonly settledMoves: string;
  /** `false`: it is deployed and nobody has said whether it is monitored. */
  readonly monitoringKnown: boolean;
  /** Ids of the sources that have brought it. */
  readonly sourceIds: ReadonlySet<string>;
}

/** Looks models up by their ids, as they were before anything of the file is written. */
export type FindModels = (ids: readonly string[]) => Promise<ReadonlyMap<string, ExistingModel>>;

/** A value that the file gives otherwise than we hold it. */
export interface FieldDifference {
  /** A name of `ModelFields`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
  /** `file`: it is written. `ours`: it is not. `ask`: nobody has said, and nothing is written. */
  readonly decision: Decision;
}

/** Where a value came from: the cell as it stood, and why it did not become a value ('' when it did). */
export interface PlannedOrigin {
  /** A name of `ModelFields` where there is one, else of `IMPORT_FIELDS`. */
  readonly field: string;
  readonly column: string;
  readonly text: string;
  readonly refused: string;
}

export interface PlannedRow {
  /** Spreadsheet row number. */
  readonly row: number;
  /** `wait`: it is not known whose row it is until somebody says; nothing is written for it. */
  readonly action: 'create' | 'update' | 'unchanged' | 'refuse' | 'wait';
  readonly modelId: string | null;
  readonly keyText: string;
  readonly fields: ImportedFields;
  /** With `update`: what changes. */
  readonly patch: ImportedFields;
  /** `null`: the row says nothing about the stage (updates only). */
  readonly stage: Stage | null;
  /** Moves of the model in order; the last one is into `stage`. */
  readonly events: readonly StageEvent[];
  readonly version: string;
  /** With a model: what the row adds to its history. */
  readonly history: HistoryMerge | null;
  /** What it would add, where somebody said that ours stays; `null` where nobody did, or it adds nothing. */
  readonly declined: HistoryMerge | null;
  /** With a model: every value that differs, also those that are not written. */
  readonly differences: readonly FieldDifference[];
  /** Whether a cell says that the model is, or is not, monitored. */
  readonly saysMonitoring: boolean;
  /** With a deployed model of which nobody knew whether it is monitored: the row says that it is not. */
  readonly saysUnmonitored: boolean;
  readonly origins: readonly PlannedOrigin[];
  /** What it answers to a text of duties. */
  readonly duties: readonly DutyAnswer[];
  readonly evidence: readonly RowEvidence[];
}

export interface InventoryPlan {
  /** All rows, or as many of the first ones as were asked for. */
  readonly rows: readonly PlannedRow[];
  readonly rowsRead: number;
  /** Of the file as a whole first, then the table's own, then those of the rows; at most 5,000 of each. */
  readonly problems: readonly Problem[];
  readonly problemsTotal: number;
  readonly problemsByCode: Preview['problemsByCode'];
  /** Where several sheets were put together. */
  readonly parts: readonly TablePart[];
  readonly creates: number;
  readonly updates: number;
  readonly unchanged: number;
  readonly rejected: number;
  /** Rows of which somebody has to say first whose they are. */
  readonly waiting: number;
  /** Over all rows: moves that are added or made more exact, moves that we hold, and what contradicts. */
  readonly moves: { readonly added: number; readonly kept: number; readonly contradicted: number };
  /** Over all rows of known models: how many do what, and how many of them change nothing yet. */
  readonly changes: Readonly<Record<ChangeGroup | 'unchanged', number>>;
  /** Over the rows that become a model: answers to a text of duties. */
  readonly duties: number;
  /** Values of known models that the file gives otherwise, and who is right by now. */
  readonly values: { readonly changed: number; readonly kept: number; readonly contradicted: number };
}
