import type { DatePrecision } from '#domain/base/period';
import type { ViewPage } from '#domain/base/view-pages';
import type { ChallengerMode, ChallengerOutcome, Stage } from '#domain/vocabulary';

export interface ModelTableRow {
  id: string;
  name: string;
  purpose: string;
  unit: string;
  business_owner: string;
  technical_owner: string;
  type: string;
  origin: string | null;
  tier: number | null;
  update_frequency: string | null;
  criticality: string | null;
  personal_data: string;
  annual_value_minor: number | null;
  annual_run_cost_minor: number | null;
  next_review: string | null;
  external_references: string;
  tags: string;
  notes: string;
  health: string;
  search_text: string;
  stage: Stage;
  stage_since: string | null;
  first_development_at: string | null;
  first_deployed_at: string | null;
  time_to_production_days: number | null;
  version: string;
  version_since: string | null;
  last_move_at: string | null;
  last_approval_at: string | null;
  review_due: string | null;
  created_at: string;
  updated_at: string;
  stage_since_precision: DatePrecision;
  version_since_precision: DatePrecision;
  first_deployed_precision: DatePrecision;
  /** 0: the model is deployed and nobody has said whether it is monitored. */
  monitoring_known: number;
  kind: string | null;
  autonomy: string | null;
  vendor: string;
  developer: string;
  reviewer: string;
  overseer: string;
  approved_uses: string;
  limitations: string;
  data_sources: string;
}

export interface MoveRow {
  id: string;
  model_id: string;
  /** Order among the model's moves; an inserted move takes the middle of its neighbours. */
  ord: number;
  to_stage: Stage;
  at: string | null;
  /** 1: the registration of a model, whose date gives way to an earlier move. */
  implied: number;
  actor: string;
  reason: string;
  correction: number;
  version: string;
  replaced_by: string | null;
  recorded_at: string;
  import_id: string | null;
  /** How exactly `at` is known; it is the middle of the span. */
  precision: DatePrecision;
  /** 0: a move to `deployed` of which nobody said whether the model is monitored there. */
  monitoring_said: number;
  /** What a release changed, joined by commas; '' = nobody has said. */
  changed: string;
}

export interface ApprovalRow {
  id: string;
  model_id: string;
  approved_by: string;
  at: string;
  note: string;
  recorded_by: string;
  recorded_at: string;
}

/** What is known of a version besides the move that put it live. */
export interface VersionRow {
  id: string;
  model_id: string;
  version: string;
  /** What its registry calls it, such as `champion`; '' for none. */
  alias: string;
  /** Its own stage in the words of its source; '' for none. */
  stage: string;
  /** When it was taken out of use, ISO; `null`: not said, or still live. */
  until: string | null;
  until_precision: DatePrecision;
  import_id: string | null;
  recorded_at: string;
}

/** A version that runs, or ran, beside the one that is live. */
export interface ChallengerRow {
  id: string;
  model_id: string;
  version: string;
  /** The version that was live when it began. */
  champion: string;
  mode: ChallengerMode;
  /** Of the traffic, 0 … 1, where it is split; `null`: it runs in the shadow. */
  share: number | null;
  started_at: string;
  /** ISO day by which it is to be decided; `null`: nobody has said. */
  decide_by: string | null;
  note: string;
  actor: string;
  recorded_at: string;
  outcome: ChallengerOutcome | null;
  ended_at: string | null;
  ended_by: string;
  reason: string;
  /** What stood side by side when it was decided (JSON); '' = not decided. */
  evidence: string;
  /** The move that put it live. */
  move_id: string | null;
}

/** A model that was merged into another one. */
export interface MergedModelRow {
  id: string;
  into_id: string;
  name: string;
  external_references: string;
  actor: string;
  created_at: string;
}

/** A view of the list of models that somebody saved. */
export interface ViewRow {
  id: string;
  name: string;
  query: string;
  created_at: string;
  page: ViewPage;
}

export interface ModelFacts {
  models: ModelTableRow;
  moves: MoveRow;
  approvals: ApprovalRow;
  versions: VersionRow;
  challengers: ChallengerRow;
  merged_models: MergedModelRow;
  views: ViewRow;
}

export const EMPTY_MODELS = {
  challengers: {
    share: null,
    decide_by: null,
    note: '',
    outcome: null,
    ended_at: null,
    ended_by: '',
    reason: '',
    evidence: '',
    move_id: null,
  },
  models: {
    kind: null,
    autonomy: null,
    vendor: '',
    developer: '',
    reviewer: '',
    overseer: '',
    approved_uses: '',
    limitations: '',
    data_sources: '',
    purpose: '',
    unit: '',
    business_owner: '',
    technical_owner: '',
    type: '',
    origin: null,
    tier: null,
    update_frequency: null,
    criticality: null,
    personal_data: 'unknown',
    annual_value_minor: null,
    annual_run_cost_minor: null,
    next_review: null,
    external_references: '[]',
    tags: '[]',
    notes: '',
    health: 'unknown',
    stage_since: null,
    first_development_at: null,
    first_deployed_at: null,
    time_to_production_days: null,
    version: '',
    version_since: null,
    last_move_at: null,
    last_approval_at: null,
    review_due: null,
    stage_since_precision: 'day',
    version_since_precision: 'day',
    first_deployed_precision: 'day',
    monitoring_known: 1,
  },
  moves: {
    at: null,
    implied: 0,
    reason: '',
    correction: 0,
    version: '',
    replaced_by: null,
    import_id: null,
    precision: 'day',
    monitoring_said: 1,
    changed: '',
  },
  approvals: {},
  versions: { alias: '', stage: '', until: null, until_precision: 'day', import_id: null },
  merged_models: {},
  views: { page: 'portfolio' },
} as const satisfies { readonly [T in keyof ModelFacts]: Partial<ModelFacts[T]> };
