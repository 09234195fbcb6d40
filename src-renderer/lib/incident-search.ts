import type { INCIDENT_SORT_FIELDS, IncidentFilter } from '#contract/incidents/parts';
import { INCIDENT_DIMENSIONS, type IncidentDimension } from '#domain/incidents/vocabulary';
import { isSortKey, type PartKind, readParts, readQuery, readView, type ViewSearch } from './search-parts';

export type IncidentSortKey = {
  readonly field: (typeof INCIDENT_SORT_FIELDS)[number];
  readonly direction: 'asc' | 'desc';
};

/** What the address of the incident register holds, so that it survives a reload and can be linked to. */
export interface IncidentSearch extends ViewSearch {
  readonly q?: string;
  readonly filter?: IncidentFilter;
  readonly sort?: readonly IncidentSortKey[];
}

const FILTER_KINDS: Readonly<Record<keyof IncidentFilter, PartKind>> = {
  status: 'list',
  open: 'flag',
  severity: 'list',
  cause: 'list',
  causedByChange: 'list',
  detectedBy: 'list',
  reportable: 'list',
  modelId: 'list',
  unit: 'list',
  tier: 'list',
  source: 'list',
  reviewed: 'flag',
  reopened: 'flag',
  acknowledged: 'flag',
  openedFrom: 'text',
  openedTo: 'text',
  importId: 'text',
};

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readIncidentSearch(raw: Readonly<Record<string, unknown>>): IncidentSearch {
  // Of both the shape is checked here; the words inside the engine checks, which refuses what it does not know.
  const filter = readParts(raw.filter, FILTER_KINDS) as IncidentFilter | undefined;
  const sort = Array.isArray(raw.sort) ? (raw.sort.filter(isSortKey) as IncidentSortKey[]) : [];
  return {
    ...readQuery(raw.q),
    ...(filter ? { filter } : {}),
    ...(sort.length > 0 ? { sort } : {}),
    ...readView(raw),
  };
}

/** The windows that a meeting looks back over, in months; 0 = from the first incident on. */
export const MEETING_MONTHS = [1, 3, 6, 12, 24, 0] as const;

/** What the page for the meeting holds in its address. */
export interface MeetingSearch extends ViewSearch {
  /** Left out: 12. */
  readonly months?: (typeof MEETING_MONTHS)[number];
  /** Left out: by cause. */
  readonly by?: IncidentDimension;
}

export function readMeetingSearch(raw: Readonly<Record<string, unknown>>): MeetingSearch {
  const months = MEETING_MONTHS.find((known) => known === raw.months);
  const by = INCIDENT_DIMENSIONS.find((known) => known === raw.by);
  return {
    ...(months === undefined ? {} : { months }),
    ...(by === undefined ? {} : { by }),
    ...readView(raw),
  };
}
