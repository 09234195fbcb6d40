import type { Problem } from '#contract/imports/parts';
import type { IncidentFields } from '#contract/incidents/parts';
import type { IncidentStatus } from '#domain/incidents/vocabulary';

/** What a file says of an incident; what it does not say is left out. */
export type ImportedIncident = {
  readonly [K in keyof Omit<IncidentFields, 'modelId' | 'links' | 'postmortem' | 'reviewedAt'>]?: IncidentFields[K];
} & {
  readonly title: string;
  readonly openedAt: string;
  readonly status: IncidentStatus;
  readonly reopenCount: number;
};

export interface DraftMove {
  readonly to: IncidentStatus;
  /** ISO, UTC. */
  readonly at: string;
}

/** One incident as a file tells it, whatever number of rows it takes. */
export interface IncidentDraft {
  /** Spreadsheet row of the last of its rows. */
  readonly row: number;
  readonly events: number;
  /** Names the incident within its source, so that the same file can be read again. */
  readonly key: string;
  readonly incident: ImportedIncident;
  readonly moves: readonly DraftMove[];
  /** Each time as the file writes it, for the person to compare. */
  readonly times: readonly { readonly field: string; readonly text: string; readonly instant: string }[];
}

export interface ReadIncidents {
  readonly drafts: readonly IncidentDraft[];
  readonly problems: readonly Problem[];
  /** Rows that name no incident, or whose incident has no opening. */
  readonly rejected: number;
  readonly timesWithOwnZone: number;
  readonly timesInAskedZone: number;
}
