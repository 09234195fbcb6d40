import type { Problem } from '#contract/imports/parts';
import type { ModelFields } from '#contract/models/models';
import type { Stage } from '#domain/vocabulary';

/** Fields that an import gives a model: only those that are mapped and say something. Money in minor units. */
export type ImportedFields = Readonly<Partial<ModelFields>>;

/** A stage that the model entered; `at` is an ISO instant at midnight UTC, `null` when the day is not known. */
export interface StageEvent {
  readonly stage: Stage;
  readonly at: string | null;
}

/** What the store knows of a model that a row may match. */
export interface ExistingModel {
  readonly id: string;
  readonly name: string;
  /** The key of the row that it was last imported from, '' if it never was. */
  readonly keyText: string;
  /** Current values. */
  readonly fields: ImportedFields;
  /** Values as the last import gave them; `null`: never imported. */
  readonly lastImported: ImportedFields | null;
  readonly stage: Stage;
  /** Events of the last import. */
  readonly events: readonly StageEvent[];
  readonly movesOnlyFromImport: boolean;
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
  readonly action: 'create' | 'update' | 'unchanged' | 'refuse';
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
  /** With `update`: the moves that came from the last import are to be replaced by `events`. */
  readonly lifecycleChanged: boolean;
  readonly origins: readonly PlannedOrigin[];
}

export interface InventoryPlan {
  readonly rows: readonly PlannedRow[];
  /** The table's own problems first, then those of the rows. */
  readonly problems: readonly Problem[];
  readonly creates: number;
  readonly updates: number;
  readonly unchanged: number;
  readonly rejected: number;
}
