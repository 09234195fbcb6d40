import type { IncidentFact, ModelFact } from '#domain/incidents/incident-fact';

/** What lists and metrics look through: an incident without its long texts. */
export interface RegisterFact extends IncidentFact {
  readonly number: number;
  readonly owner: string;
  readonly source: string;
  readonly reportable: string;
  readonly importId: string | null;
  /** Folded; begins with the title. */
  readonly searchText: string;
  readonly updatedAt: string;
}

export interface RegisterModel extends ModelFact {
  /** Folded. */
  readonly searchName: string;
}

export interface IncidentSnapshot {
  readonly incidents: readonly RegisterFact[];
  readonly models: ReadonlyMap<string, RegisterModel>;
}
