export const EVIDENCE_OUTCOMES = ['passed', 'passed_with_findings', 'failed', 'yes', 'no', 'done'] as const;
export type EvidenceOutcome = (typeof EVIDENCE_OUTCOMES)[number];
export const EVIDENCE_OUTCOME_LABELS: Readonly<Record<EvidenceOutcome, string>> = {
  passed: 'Passed',
  passed_with_findings: 'Passed with findings',
  failed: 'Failed',
  yes: 'Yes',
  no: 'No',
  done: 'Done',
};

/** Kinds of evidence that show that a model was looked at as a whole. */
export const REVIEW_KINDS = ['review', 'validation', 'independent_review'] as const;
export type ReviewKind = (typeof REVIEW_KINDS)[number];

/** What calls for a review before its regular day. */
export const REVIEW_EVENTS = ['incident', 'drift', 'change', 'release'] as const;
export type ReviewEventKind = (typeof REVIEW_EVENTS)[number];

export const FINDING_SOURCES = [
  'validation',
  'internal_audit',
  'external_audit',
  'review',
  'regulator',
  'incident',
  'monitoring',
  'self',
] as const;
export type FindingSource = (typeof FINDING_SOURCES)[number];
export const FINDING_SOURCE_LABELS: Readonly<Record<FindingSource, string>> = {
  validation: 'Validation',
  internal_audit: 'Internal audit',
  external_audit: 'External audit',
  review: 'Review',
  regulator: 'Regulator',
  incident: 'Incident',
  monitoring: 'Monitoring',
  self: 'Found by ourselves',
};

export const FINDING_TOPICS = [
  'data',
  'method',
  'assumption',
  'implementation',
  'use_outside_scope',
  'documentation',
  'monitoring',
  'governance',
  'fairness',
  'privacy',
  'security',
  'vendor',
  'other',
] as const;
export type FindingTopic = (typeof FINDING_TOPICS)[number];
export const FINDING_TOPIC_LABELS: Readonly<Record<FindingTopic, string>> = {
  data: 'Data',
  method: 'Method',
  assumption: 'Assumption',
  implementation: 'Implementation',
  use_outside_scope: 'Use outside its scope',
  documentation: 'Documentation',
  monitoring: 'Monitoring',
  governance: 'Governance',
  fairness: 'Fairness',
  privacy: 'Privacy',
  security: 'Security',
  vendor: 'Vendor',
  other: 'Other',
};

export const FINDING_SEVERITIES = ['critical', 'high', 'medium', 'low'] as const;
export type FindingSeverity = (typeof FINDING_SEVERITIES)[number];
export const FINDING_SEVERITY_LABELS: Readonly<Record<FindingSeverity, string>> = {
  critical: 'Critical',
  high: 'High',
  medium: 'Medium',
  low: 'Low',
};

export const FINDING_STATUSES = ['open', 'in_remediation', 'closed', 'accepted'] as const;
export type FindingStatus = (typeof FINDING_STATUSES)[number];
export const FINDING_STATUS_LABELS: Readonly<Record<FindingStatus, string>> = {
  open: 'Open',
  in_remediation: 'Being put right',
  closed: 'Closed',
  accepted: 'Accepted',
};

export const RELATIONS = ['input', 'foundation_model', 'shared_data', 'tool', 'benchmark', 'none'] as const;
export type Relation = (typeof RELATIONS)[number];
export const RELATION_LABELS: Readonly<Record<Relation, string>> = {
  input: 'Takes its output',
  foundation_model: 'Foundation model',
  shared_data: 'Shares data',
  tool: 'Tool',
  benchmark: 'Benchmark',
  none: 'Nothing, looked at',
};

/** What decides which texts apply to a unit. */
export const BODIES = ['ca_frfi', 'us_bank', 'us_federal_agency', 'uk_im_firm', 'sg_fi', 'other'] as const;
export type Body = (typeof BODIES)[number];
export const BODY_LABELS: Readonly<Record<Body, string>> = {
  ca_frfi: 'Federally regulated financial institution (Canada)',
  us_bank: 'US bank (Federal Reserve, OCC or FDIC)',
  us_federal_agency: 'US federal agency',
  uk_im_firm: 'UK firm with internal-model permission',
  sg_fi: 'Financial institution of Singapore',
  other: 'None of these',
};

export const ORGANISATION_FACTS = [
  'provider',
  'deployer',
  'submitter',
  'authorisedRepresentative',
  'smfHolder',
] as const;
export type OrganisationFact = (typeof ORGANISATION_FACTS)[number];
export const ORGANISATION_FACT_LABELS: Readonly<Record<OrganisationFact, string>> = {
  provider: 'We as provider: name, address, contact',
  deployer: 'We as deployer: name, address, contact',
  submitter: 'Who files entries for us',
  authorisedRepresentative: 'Authorised representative in the Union',
  smfHolder: 'Senior manager who answers for model risk',
};

/** Small facts of a model that one or two texts ask for. */
export const MODEL_FACTS = {
  countries: { label: 'Countries of use', kind: 'list' },
  moreInformation: { label: 'Address with more information', kind: 'link' },
  actualUse: { label: 'Actual use', kind: 'text' },
  operatingBoundaries: { label: 'Operating boundaries', kind: 'text' },
  assumptions: { label: 'Assumptions', kind: 'text' },
  outputs: { label: 'Outputs', kind: 'text' },
  exposure: { label: 'Exposure', kind: 'text' },
  purposeClass: { label: 'Weight of its purpose', kind: 'text' },
  withheld: { label: 'Withheld from the public', kind: 'yes_no' },
  highImpactReason: { label: 'Why it is not high-impact', kind: 'text' },
  topic: { label: 'Topic', kind: 'line' },
  benefits: { label: 'Benefits', kind: 'text' },
  hasAto: { label: 'Authorised to operate', kind: 'yes_no' },
  atoSystem: { label: 'System of that authorisation', kind: 'line' },
  demographicFeatures: { label: 'Demographic features', kind: 'list' },
  customCode: { label: 'Own code', kind: 'yes_no' },
  potentialImpacts: { label: 'Possible impacts', kind: 'text' },
  riskMateriality: { label: 'Risk materiality', kind: 'line' },
  hiTesting: { label: 'Tested before deployment, as stated', kind: 'line' },
  hiAssessment: { label: 'Impact assessment, as stated', kind: 'line' },
  hiIndependentReview: { label: 'Independent review, as stated', kind: 'line' },
  hiMonitoring: { label: 'Watched for harm, as stated', kind: 'line' },
  hiTraining: { label: 'Operators trained, as stated', kind: 'line' },
  hiFailsafe: { label: 'Fail-safe, as stated', kind: 'line' },
  hiAppeal: { label: 'Way to appeal, as stated', kind: 'line' },
  hiConsultation: { label: 'Users and public heard, as stated', kind: 'line' },
} as const;
export type ModelFactName = keyof typeof MODEL_FACTS;
export const isModelFact = (name: string): name is ModelFactName => Object.hasOwn(MODEL_FACTS, name);
export const MODEL_FACT_NAMES = Object.keys(MODEL_FACTS) as readonly ModelFactName[]; // the keys of the record above

/** What may be asked of a model before it goes live, beside the approval of its tier; rules.md 1. */
export const GATE_REQUIREMENTS = [
  'validation',
  'findings',
  'owner',
  'classification',
  'impact_assessment',
  'overseer',
] as const;
export type GateRequirement = (typeof GATE_REQUIREMENTS)[number];

export const GATE_LABELS: Readonly<Record<GateRequirement, string>> = {
  validation: 'Validated by somebody else',
  findings: 'No open finding of weight',
  owner: 'Both owners named',
  classification: 'Classification record',
  impact_assessment: 'Impact assessment',
  overseer: 'Human overseer named',
};

/** Sheets that other houses ask for, filled with what the portfolio holds. */
export const TEMPLATE_IDS = ['model_card', 'ai_register', 'annex_viii', 'e23_inventory', 'federal_submission'] as const;
export type TemplateId = (typeof TEMPLATE_IDS)[number];
export const TEMPLATE_LABELS: Readonly<Record<TemplateId, string>> = {
  model_card: 'Model card',
  ai_register: 'AI system register (ISO/IEC 42001)',
  annex_viii: 'Annex VIII sheet (EU AI Act)',
  e23_inventory: 'Model inventory (OSFI E-23)',
  federal_submission: 'Federal inventory 2025 (OMB M-25-21)',
};

/** What came of holding a line of a pack against the official text. */
export const READING_OUTCOMES = ['as_it_stands', 'differs'] as const;
export type ReadingOutcome = (typeof READING_OUTCOMES)[number];
export const READING_OUTCOME_LABELS: Readonly<Record<ReadingOutcome, string>> = {
  as_it_stands: 'As it stands',
  differs: 'The text differs',
};
