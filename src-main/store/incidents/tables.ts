import type { IncidentStatus } from '#domain/incidents/vocabulary';

export interface IncidentTableRow {
  id: string;
  number: number;
  title: string;
  description: string;
  severity: number | null;
  status: IncidentStatus;
  opened_at: string;
  detected_at: string | null;
  acknowledged_at: string | null;
  mitigated_at: string | null;
  resolved_at: string | null;
  closed_at: string | null;
  /** Time of the latest state move; `null` where only the opening is known. */
  last_move_at: string | null;
  reopen_count: number;
  cause: string;
  caused_by_change: string;
  change_reference: string;
  detected_by: string;
  person_hours: number | null;
  cost_minor: number | null;
  harm_category: string;
  reportable: string;
  owner: string;
  /** Who mitigates it, and the day until which. */
  mitigation_owner: string;
  mitigation_due: string | null;
  /** What mitigated it, in words and by version. */
  mitigation: string;
  mitigation_version: string;
  links: string;
  postmortem: string;
  reviewed_at: string | null;
  /** `null`: of no known model; `model_text` then holds what its source called it. */
  model_id: string | null;
  model_text: string;
  version: string;
  source: string;
  external_id: string;
  external_url: string;
  /** The latest import that spoke of it, and its row there. */
  import_id: string | null;
  import_row: number | null;
  /** Field values as that import gave them (JSON). */
  imported: string;
  search_text: string;
  created_at: string;
  updated_at: string;
}

export interface IncidentMoveRow {
  id: string;
  incident_id: string;
  /** Order among moves of one time. */
  ord: number;
  to_status: IncidentStatus;
  at: string;
  actor: string;
  note: string;
  recorded_at: string;
}

/** What most new incidents leave empty. */
export const EMPTY_INCIDENT = {
  description: '',
  severity: null,
  detected_at: null,
  acknowledged_at: null,
  mitigated_at: null,
  resolved_at: null,
  closed_at: null,
  last_move_at: null,
  reopen_count: 0,
  cause: 'unknown',
  caused_by_change: 'unknown',
  change_reference: '',
  detected_by: 'unknown',
  person_hours: null,
  cost_minor: null,
  harm_category: 'unknown',
  reportable: 'unknown',
  owner: '',
  mitigation_owner: '',
  mitigation_due: null,
  mitigation: '',
  mitigation_version: '',
  links: '[]',
  postmortem: '{}',
  reviewed_at: null,
  model_id: null,
  model_text: '',
  version: '',
  source: '',
  external_id: '',
  external_url: '',
  import_id: null,
  import_row: null,
  imported: '{}',
} as const satisfies Partial<IncidentTableRow>;

export interface IncidentFacts {
  incidents: IncidentTableRow;
  incident_moves: IncidentMoveRow;
}

export const EMPTY_INCIDENTS = { incidents: EMPTY_INCIDENT, incident_moves: { note: '' } } as const satisfies {
  readonly [T in keyof IncidentFacts]: Partial<IncidentFacts[T]>;
};
