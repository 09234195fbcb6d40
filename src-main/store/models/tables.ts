import type { Stage } from '#domain/vocabulary';

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

/** A view of the list of models that somebody saved. */
export interface ViewRow {
  id: string;
  name: string;
  query: string;
  created_at: string;
}

export interface ModelFacts {
  models: ModelTableRow;
  moves: MoveRow;
  approvals: ApprovalRow;
  views: ViewRow;
}

export const EMPTY_MODELS = {
  models: {
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
  },
  moves: { at: null, implied: 0, reason: '', correction: 0, version: '', replaced_by: null, import_id: null },
  approvals: {},
  views: {},
} as const satisfies { readonly [T in keyof ModelFacts]: Partial<ModelFacts[T]> };
