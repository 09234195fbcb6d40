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
  /** The level that it is to reach; `null`: nothing is known of its price. */
  level: 'L2' | 'L3' | null;
  /** Of the amounts, which are in its minor units. */
  currency: string | null;
  one_off_minor: number | null;
  per_year_minor: number | null;
  per_model_minor: number | null;
  exit_minor: number | null;
  keep_platform_minor: number | null;
  escalator: number | null;
  /** Of what was to be built, the share that it replaces. */
  build_share: number | null;
  ramp_months: number | null;
  price_note: string | null;
}

export interface AssessmentFacts {
  assessments: AssessmentRow;
  assessment_answers: AssessmentAnswerRow;
  vendor_offers: VendorOfferRow;
}

export const EMPTY_ASSESSMENTS = { assessments: {}, assessment_answers: {}, vendor_offers: {} } as const satisfies {
  readonly [T in keyof AssessmentFacts]: Partial<AssessmentFacts[T]>;
};
