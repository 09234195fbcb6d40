import type { RetrainingAsker, RetrainingOutcome } from '#domain/drift/vocabulary';

/** Rows of drift: only batches are facts, the rest is their points and what leads to them. */

/** Results that one call or import brought for one model; its points count while this row is there. */
export interface DriftBatchRow {
  id: string;
  /** Of two results for one series and time, that of the higher number counts. */
  no: number;
  model_id: string;
  import_id: string | null;
  recorded_at: string;
  actor: string;
  tool: string;
  version: string;
  /** The file that it came from; '' = recorded here. */
  origin: string;
  created: number;
  updated: number;
  /** Numbers of the batches whose results came again with this one and were not stored twice (JSON). */
  relies_on: string;
  /** Which version of the model they are of; '' = not said. */
  model_version: string;
  /** The version beside the live one that they are of, and count for; '' = of the model. */
  challenger_id: string;
  /** Of the points that it recorded (`batch-digest.ts`), so that the journal proves them; '' = it is of before they had one. */
  digest: string;
}

/** Every batch whose points are in the file, also those that were taken back: an undo of the undo finds them again. */
export interface DriftLoadRow {
  no: number;
  model_id: string;
  batch_id: string;
}

export interface DriftSeriesRow {
  id: number;
  model_id: string;
  column_name: string;
  metric: string;
  method: string;
  /** '2', 'e' or ''. */
  base: string;
  binning: string;
  tool: string;
  /** Of the newest window, and the mean distance of the newest windows; worked out with `drift_models`. */
  n_ref: number | null;
  n_cur: number | null;
  n_bins: number | null;
  window_days: number | null;
}

export interface DriftDistributionRow {
  series_id: number;
  at: number;
  batch: number;
  content: string;
}

/** Rules of the portfolio that are not the defaults; one row, or none. */
export interface DriftRulesRow {
  id: string;
  /** Of the rules and bands together: counts on with each change. */
  version: string;
  /** Windows in a row at act after which retraining is due. */
  retraining_windows: number;
}

/** A band that somebody changed: of a model, of a tier, or (both empty) of the portfolio. */
export interface DriftBandRow {
  id: string;
  metric: string;
  model_id: string | null;
  tier: number | null;
  watch: number;
  act: number;
}

export interface RetrainingItemRow {
  id: string;
  model_id: string;
  asked_by: RetrainingAsker;
  /** Why a person asked; '' where drift did. */
  reason: string;
  /** The series that was at act; `null`: a person asked. */
  series_id: number | null;
  column_name: string;
  metric: string;
  /** How many windows in a row were at act when it was found; 0: a person asked. */
  windows: number;
  first_at: string | null;
  last_at: string | null;
  opened_at: string;
  opened_by: string;
  started_at: string | null;
  /** Who does it, and the day until which it is to be live. */
  owner: string;
  until: string | null;
  outcome: RetrainingOutcome | null;
  resolved_at: string | null;
  resolved_by: string;
  note: string;
  /** The version that went live, and the move that put it there. */
  version: string;
  move_id: string | null;
  /** The last day for which a decision against holds. */
  against_until: string | null;
  /** Resolved: only windows after this can make another item. */
  settled_up_to: string | null;
}

/** Worked out from a model's points, bands and the day of asking; never journaled. Days since 1970, UTC. */
export interface DriftModelRow {
  model_id: string;
  first_day: number;
  last_day: number;
  /** Newest result up to the day of working out, milliseconds. */
  last_at: number | null;
  /** The day for which this was worked out. */
  as_of_day: number;
  /** First day of silence if no result comes before. */
  silent_from: number;
  cadence: number | null;
  health: string;
  reason: string;
  since_day: number | null;
  worst_series: number | null;
  worst_at: number | null;
  worst_value: number | null;
  worst_code: number;
  /** A verdict code for each day from the first on. */
  days: Buffer;
  /** Of the rules that this was worked out by: see `EDITION`. */
  edition: number;
}

/** The tables of drift whose rows are facts. */
export interface DriftFacts {
  drift_batches: DriftBatchRow;
  drift_rules: DriftRulesRow;
  drift_bands: DriftBandRow;
  retraining_items: RetrainingItemRow;
}

/** What hangs on the facts, or follows from them. */
export interface DriftWorkings {
  drift_loads: DriftLoadRow;
  drift_series: DriftSeriesRow;
  drift_distributions: DriftDistributionRow;
  drift_models: DriftModelRow;
}

export const EMPTY_DRIFT = {
  drift_batches: {
    import_id: null,
    origin: '',
    updated: 0,
    relies_on: '[]',
    model_version: '',
    challenger_id: '',
    digest: '',
  },
  drift_rules: {},
  drift_bands: { model_id: null, tier: null },
  retraining_items: {
    asked_by: 'drift',
    reason: '',
    opened_by: '',
    started_at: null,
    owner: '',
    until: null,
    outcome: null,
    resolved_at: null,
    resolved_by: '',
    note: '',
    version: '',
    move_id: null,
    against_until: null,
    settled_up_to: null,
  },
} as const satisfies { readonly [T in keyof DriftFacts]: Partial<DriftFacts[T]> };
