/** Everything dated that somebody vouches for, by kind. `level`: of a model, or of the organisation. */
export interface EvidenceKind {
  readonly kind: string;
  readonly label: string;
  readonly level: 'model' | 'organisation';
  /** What such a row shows, where its name does not say it. */
  readonly shows: string;
}

export const EVIDENCE_KINDS: readonly EvidenceKind[] = [
  { kind: 'validation', label: 'Validation', level: 'model', shows: 'Independent check with outcome and validator' },
  { kind: 'review', label: 'Review', level: 'model', shows: 'Periodic or triggered look, with outcome' },
  { kind: 'impact_assessment', label: 'Impact assessment', level: 'model', shows: 'Effects on people, on the firm' },
  { kind: 'fria', label: 'Fundamental-rights impact assessment', level: 'model', shows: 'Before first use; notified' },
  { kind: 'dpia', label: 'Data-protection impact assessment', level: 'model', shows: '' },
  { kind: 'classification_record', label: 'Classification record', level: 'model', shows: 'Class, grounds, who, when' },
  { kind: 'declaration_of_conformity', label: 'Declaration of conformity', level: 'model', shows: '' },
  { kind: 'conformity_assessment', label: 'Conformity assessment', level: 'model', shows: '' },
  { kind: 'certificate', label: 'Certificate', level: 'model', shows: 'Type, number, body, expiry' },
  {
    kind: 'substantial_change',
    label: 'Look at a change: substantial or not',
    level: 'model',
    shows: 'Outcome yes or no',
  },
  { kind: 'technical_documentation', label: 'Technical documentation', level: 'model', shows: '' },
  { kind: 'instructions_for_use', label: 'Instructions for use', level: 'model', shows: '' },
  { kind: 'risk_management', label: 'Risk management file', level: 'model', shows: '' },
  { kind: 'quality_management', label: 'Quality management system', level: 'organisation', shows: '' },
  { kind: 'record_retention', label: 'Records are kept', level: 'model', shows: 'Until when' },
  { kind: 'log_retention', label: 'Logs are kept', level: 'model', shows: 'Days' },
  { kind: 'post_market_plan', label: 'Post-market monitoring plan', level: 'model', shows: '' },
  { kind: 'monitoring_plan', label: 'Monitoring plan', level: 'model', shows: '' },
  { kind: 'pre_deployment_test', label: 'Test before deployment', level: 'model', shows: '' },
  { kind: 'independent_review', label: 'Independent review', level: 'model', shows: '' },
  { kind: 'operator_training', label: 'Operators trained', level: 'model', shows: 'Usually ends after a year' },
  { kind: 'training_literacy', label: 'Staff trained in AI', level: 'organisation', shows: '' },
  { kind: 'failsafe', label: 'Fail-safe', level: 'model', shows: '' },
  { kind: 'appeal_process', label: 'Way to appeal', level: 'model', shows: '' },
  { kind: 'user_consultation', label: 'Users and public heard', level: 'model', shows: '' },
  { kind: 'waiver', label: 'Waiver', level: 'model', shows: 'By whom, for which duty, until when' },
  { kind: 'authorisation_to_operate', label: 'Authorisation to operate', level: 'model', shows: '' },
  { kind: 'transparency_notice', label: 'Notice that people deal with a machine', level: 'model', shows: '' },
  { kind: 'content_marking', label: 'Generated content is marked', level: 'model', shows: '' },
  { kind: 'content_label', label: 'Deep fakes and texts are labelled', level: 'model', shows: '' },
  { kind: 'worker_notice', label: 'Workers told', level: 'model', shows: '' },
  { kind: 'person_notice', label: 'Persons told', level: 'model', shows: '' },
  { kind: 'vendor_assessment', label: 'Vendor assessed', level: 'model', shows: '' },
  { kind: 'negligible_exemption', label: 'Exempt as negligible', level: 'model', shows: 'By whom, until when' },
  { kind: 'exception', label: 'Exception to policy', level: 'model', shows: 'Limits, end' },
  {
    kind: 'decommission_record',
    label: 'Taken out of use',
    level: 'model',
    shows: 'Notice, retention, what falls with it',
  },
  { kind: 'adjustment_register', label: 'Register of adjustments', level: 'organisation', shows: '' },
  { kind: 'inventory_survey', label: 'Units asked for their models', level: 'organisation', shows: '' },
  { kind: 'inventory_submission', label: 'Inventory sent in', level: 'organisation', shows: '' },
  { kind: 'tiering_validation', label: 'Way of tiering validated', level: 'organisation', shows: '' },
  { kind: 'policy_review', label: 'Policy or framework reviewed', level: 'organisation', shows: '' },
  {
    kind: 'access_review',
    label: 'Access review',
    level: 'organisation',
    shows: 'Who can reach data, models, production',
  },
  { kind: 'internal_audit', label: 'Internal audit', level: 'organisation', shows: '' },
  { kind: 'management_review', label: 'Management review', level: 'organisation', shows: '' },
  {
    kind: 'attestation',
    label: 'Attestation',
    level: 'model',
    shows: 'Somebody vouches for one line of a pack; "covers" names it',
  },
];

export const isEvidenceKind = (kind: string): boolean => EVIDENCE_KINDS.some((one) => one.kind === kind);

export const evidenceKindLabel = (kind: string): string =>
  EVIDENCE_KINDS.find((one) => one.kind === kind)?.label ?? kind;
