/** An answer to a question of a pack; the latest up to a day counts. */
export interface GovernanceAnswerRow {
  id: string;
  model_id: string;
  /** Without its edition. */
  pack: string;
  question: string;
  /** A text, or a list of texts (JSON). */
  value: string;
  answered_on: string;
  answered_by: string;
  note: string;
}

/** Something dated that somebody vouches for. */
export interface EvidenceTableRow {
  id: string;
  /** `null`: of the organisation, or of a unit. */
  model_id: string | null;
  unit: string;
  kind: string;
  on_day: string;
  valid_until: string | null;
  by_whom: string;
  outcome: string;
  /** Versions and lines of packs (JSON). */
  covers: string;
  link: string;
  hash: string;
  note: string;
  recorded_at: string;
}

export interface FindingTableRow {
  id: string;
  model_id: string;
  title: string;
  source: string;
  topic: string;
  severity: string;
  status: 'open' | 'in_remediation' | 'closed' | 'accepted';
  opened_on: string;
  due: string | null;
  owner: string;
  remediation: string;
  closed_on: string | null;
  /** The evidence that closed it. */
  closed_by: string | null;
  accepted_until: string | null;
  /** The first day of it, by whom and why; null and '' = of before, nobody said. */
  accepted_on: string | null;
  accepted_by: string;
  accepted_reason: string;
  note: string;
}

/** What a model rests on: another one, or something outside; `none`: somebody looked and there is nothing. */
export interface DependencyRow {
  id: string;
  model_id: string;
  depends_on: string | null;
  outside: string;
  relation: string;
  critical: number;
  from_day: string;
  until_day: string | null;
  by_whom: string;
  note: string;
}

export interface ModelFactRow {
  id: string;
  model_id: string;
  name: string;
  /** JSON. */
  value: string;
  stated_on: string;
  stated_by: string;
}

export interface GovernedUnitRow {
  id: string;
  unit: string;
  /** JSON, as the two that follow. */
  jurisdictions: string;
  bodies: string;
  frameworks: string;
}

export interface OrganisationFactRow {
  /** The name of the fact. */
  id: string;
  value: string;
}

export interface IncidentReportTableRow {
  id: string;
  incident_id: string;
  pack: string;
  clock: string;
  class: string;
  aware_on: string;
  reported_on: string | null;
  authority: string;
  reference: string;
  final_report_on: string | null;
}

/** A rule pack of the organisation's own. */
export interface RulePackRow {
  /** Its name with its edition. */
  id: string;
  /** The pack (JSON), as its file has it. */
  content: string;
  /** The edition that it was copied from; '' = none. */
  based_on: string;
  added_at: string;
  added_by: string;
}

/** Somebody held one item of an edition against the official text. */
export interface PackReadingRow {
  id: string;
  /** The name of the pack with its edition. */
  pack: string;
  /** What the item is: `line`, `clock` or `transition`. */
  what: string;
  item: string;
  /** SHA-256 of the item as it was read. */
  digest: string;
  outcome: string;
  read_on: string;
  read_by: string;
  link: string;
  note: string;
  noted_at: string;
}

export interface GovernanceFacts {
  rule_packs: RulePackRow;
  pack_readings: PackReadingRow;
  governance_answers: GovernanceAnswerRow;
  evidence: EvidenceTableRow;
  findings: FindingTableRow;
  dependencies: DependencyRow;
  model_facts: ModelFactRow;
  governed_units: GovernedUnitRow;
  organisation_facts: OrganisationFactRow;
  incident_reports: IncidentReportTableRow;
}

export const EMPTY_GOVERNANCE = {
  rule_packs: { based_on: '' },
  pack_readings: { link: '', note: '' },
  governance_answers: { note: '' },
  evidence: { unit: '', valid_until: null, covers: '[]', link: '', hash: '', note: '' },
  findings: {
    due: null,
    closed_on: null,
    closed_by: null,
    accepted_until: null,
    accepted_on: null,
    accepted_by: '',
    accepted_reason: '',
    note: '',
    remediation: '',
  },
  dependencies: { depends_on: null, until_day: null, note: '' },
  model_facts: {},
  governed_units: {},
  organisation_facts: {},
  incident_reports: { reported_on: null, reference: '', final_report_on: null },
} as const satisfies { readonly [T in keyof GovernanceFacts]: Partial<GovernanceFacts[T]> };
