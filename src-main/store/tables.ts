import type { Stage } from '#domain/vocabulary';
import { type DriftFacts, type DriftWorkings, EMPTY_DRIFT } from './drift/tables';
import { EMPTY_INCIDENT, type IncidentMoveRow, type IncidentTableRow } from './incidents/tables';
import type { ScenarioRow, ScenarioValueRow } from './scenarios/tables';

/** The rows as they lie in the file: snake_case columns, JSON as text, booleans as 0 and 1. */
export interface PortfolioRow {
  id: string;
  name: string;
  currency: string;
  created_at: string;
  settings: string;
}

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

export interface ImportRow {
  id: string;
  at: string;
  actor: string;
  file_name: string;
  file_hash: string;
  format: string;
  preset: string | null;
  mapping: string;
  rows_read: number;
  created: number;
  updated: number;
  unchanged: number;
  rejected: number;
  problems: string;
  undone: number;
}

export interface ModelSourceRow {
  id: string;
  model_id: string;
  import_id: string;
  imported_at: string;
  key_text: string;
  row_number: number;
  /** Field values as this import gave them (JSON). */
  fields: string;
  stage: Stage | null;
  /** Stage events as this import gave them (JSON). */
  events: string;
  /** Where each value came from, and why a cell was refused (JSON). */
  origins: string;
}

export interface PresetRow {
  id: string;
  name: string;
  mapping: string;
  created_at: string;
}

export interface ViewRow {
  id: string;
  name: string;
  query: string;
  created_at: string;
}

export interface AssessmentRow {
  id: string;
  name: string;
  unit: string;
  status: 'open' | 'finished';
  started_at: string;
  finished_at: string | null;
  question_version: number;
  target: number;
  component_targets: string;
  weights: string;
  inputs: string;
  respondents: string;
  position: string;
  roadmap: string | null;
  /** What a finished assessment said, with the thresholds that it was computed with (JSON). */
  result: string | null;
}

export interface AssessmentAnswerRow {
  id: string;
  assessment_id: string;
  question_id: string;
  respondent: string;
  /** '0' … '3', 'unknown' or 'not_applicable'. */
  value: string;
  grade: number;
  reason: string;
  comment: string;
  link: string;
  owner: string;
  answered_at: string;
}

export interface VendorOfferRow {
  id: string;
  name: string;
  notes: string;
  components: string;
  created_at: string;
}

export interface JournalRow {
  seq: number;
  at: string;
  actor: string;
  kind: 'do' | 'undo' | 'redo';
  channel: string;
  label: string;
  /** undo, redo: the entry that was turned back. */
  ref_seq: number | null;
  /** The undo stack as a list: what lies under this entry, and what is on top after it. */
  undo_prev: number | null;
  undo_top: number | null;
  redo_prev: number | null;
  redo_top: number | null;
  changes: number;
  prev_hash: string;
  hash: string;
}

export interface JournalChangeRow {
  seq: number;
  ord: number;
  entity: FactTable;
  entity_id: string;
  model_id: string | null;
  /** JSON: the whole row (inserted, removed) or the changed columns; null = the row was not there. */
  before: string | null;
  after: string | null;
}

/** A report that left the portfolio. */
export interface ReportRow {
  id: string;
  kind: 'deck' | 'pdf' | 'workbook';
  at: string;
  actor: string;
  file_name: string;
  bytes: number;
  /** Of the content that it was made of. */
  content_hash: string;
  locale: string;
  /** What was left out (JSON: names, owners, money). */
  redacted: string;
  /** The figures that a later deck compares itself with (JSON). */
  figures: string;
}

/** The tables whose rows are facts: each change of them is journaled and can be undone. */
export interface FactTables extends DriftFacts {
  portfolio: PortfolioRow;
  models: ModelTableRow;
  moves: MoveRow;
  approvals: ApprovalRow;
  imports: ImportRow;
  model_sources: ModelSourceRow;
  presets: PresetRow;
  views: ViewRow;
  assessments: AssessmentRow;
  assessment_answers: AssessmentAnswerRow;
  vendor_offers: VendorOfferRow;
  incidents: IncidentTableRow;
  incident_moves: IncidentMoveRow;
  scenarios: ScenarioRow;
  scenario_values: ScenarioValueRow;
  reports: ReportRow;
}
export type FactTable = keyof FactTables;

export interface Tables extends FactTables, DriftWorkings {
  journal: JournalRow;
  journal_changes: JournalChangeRow;
}

/**
 * What most new rows leave empty. The journal's image of a whole row omits columns that hold just this, which halves
 * the file of a large import; an image that is put back gets them again.
 */
export const EMPTY_COLUMNS = {
  portfolio: {},
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
  imports: {},
  model_sources: {},
  presets: {},
  views: {},
  assessments: {},
  assessment_answers: {},
  vendor_offers: {},
  incidents: EMPTY_INCIDENT,
  incident_moves: { note: '' },
  scenarios: {},
  scenario_values: {},
  reports: {},
  ...EMPTY_DRIFT,
} as const satisfies { readonly [T in FactTable]: Partial<FactTables[T]> };
