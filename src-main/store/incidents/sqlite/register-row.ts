import {
  DETECTED_BY,
  type DetectedBy,
  INCIDENT_CAUSES,
  INCIDENT_STATUSES,
  type IncidentCause,
  type IncidentStatus,
  type Severity,
  YES_NO_UNKNOWN,
  type YesNoUnknown,
} from '#domain/incidents/vocabulary';
import type { RegisterFact } from '../register';
import type { IncidentColumns } from './columns';

/** Long and seldom asked for. */
export type TextColumn = 'owner' | 'source' | 'reportable' | 'import_id' | 'search_text' | 'updated_at';

export interface IncidentTexts {
  /** By the places of the columns. */
  textsOf(column: TextColumn): readonly string[];
}

const orNull = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** One incident as a look into the columns: a tenth of the memory of an object with all its values. */
export class RegisterRow implements RegisterFact {
  constructor(
    private readonly columns: IncidentColumns,
    readonly place: number,
    private readonly texts: IncidentTexts,
  ) {}

  get id(): string {
    return this.columns.ids[this.place] ?? '';
  }
  get modelId(): string | null {
    return this.columns.modelId(this.place);
  }
  get version(): string {
    return this.columns.versionOf(this.place);
  }
  get severity(): Severity | null {
    return (this.columns.severity[this.place] || null) as Severity | null; // validated before it was written
  }
  get status(): IncidentStatus {
    return INCIDENT_STATUSES[this.columns.status[this.place] ?? 0] ?? 'open';
  }
  get openedMs(): number {
    return this.columns.opened[this.place] ?? 0;
  }
  get acknowledgedMs(): number | null {
    return orNull(this.columns.acknowledged[this.place]);
  }
  get mitigatedMs(): number | null {
    return orNull(this.columns.mitigated[this.place]);
  }
  get resolvedMs(): number | null {
    return orNull(this.columns.resolved[this.place]);
  }
  get closedMs(): number | null {
    return orNull(this.columns.closed[this.place]);
  }
  get reopenCount(): number {
    return this.columns.reopenCount[this.place] ?? 0;
  }
  get cause(): IncidentCause {
    return INCIDENT_CAUSES[this.columns.cause[this.place] ?? 0] ?? 'unknown';
  }
  get causedByChange(): YesNoUnknown {
    return YES_NO_UNKNOWN[this.columns.causedByChange[this.place] ?? 0] ?? 'unknown';
  }
  get detectedBy(): DetectedBy {
    return DETECTED_BY[this.columns.detectedBy[this.place] ?? 0] ?? 'unknown';
  }
  get personHours(): number | null {
    return orNull(this.columns.personHours[this.place]);
  }
  get costMinor(): number | null {
    return orNull(this.columns.costMinor[this.place]);
  }
  get reviewed(): boolean {
    return this.columns.reviewed[this.place] === 1;
  }
  get number(): number {
    return this.columns.number[this.place] ?? 0;
  }
  get owner(): string {
    return this.text('owner');
  }
  get source(): string {
    return this.text('source');
  }
  get reportable(): string {
    return this.text('reportable');
  }
  get importId(): string | null {
    return this.text('import_id') || null;
  }
  get searchText(): string {
    return this.text('search_text');
  }
  get updatedAt(): string {
    return this.text('updated_at');
  }

  private text(column: TextColumn): string {
    return this.texts.textsOf(column)[this.place] ?? '';
  }
}
