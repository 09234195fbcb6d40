import type { ModelFilter } from '#contract/models/model-filter';
import type { SORT_FIELDS } from '#contract/models/models';
import { isCalendarDate } from '#domain/base/calendar';
import { IMPORT_SETS, type ImportSet } from '#domain/models/import-sets';
import { QUALITY_FIELDS, type QualityField } from '#domain/models/quality-fields';
import { isSortKey, type PartKind, readParts, readQuery } from './search-parts';

export type SortKey = { readonly field: (typeof SORT_FIELDS)[number]; readonly direction: 'asc' | 'desc' };

/** What the address of the portfolio page holds, so that it survives a reload and can be linked to. */
export interface PortfolioSearch {
  readonly q?: string;
  readonly filter?: ModelFilter;
  readonly sort?: readonly SortKey[];
  /** Id of the saved view that this started from. */
  readonly view?: string;
  readonly layout?: 'grid' | 'board';
  /** ISO day: a column says which version was live on it. */
  readonly live?: string;
  /** Arriving to fill this field: every model that is shown is marked once, and the field is offered first. */
  readonly fill?: QualityField;
  /** Id of an import, and which of the models that it had to do with. */
  readonly import?: string;
  readonly which?: ImportSet;
}

const FILTER_KINDS: Readonly<Record<keyof ModelFilter, PartKind>> = {
  stage: 'list',
  tier: 'list',
  unit: 'list',
  health: 'list',
  monitoring: 'list',
  origin: 'list',
  updateFrequency: 'list',
  criticality: 'list',
  personalData: 'list',
  kind: 'list',
  autonomy: 'list',
  type: 'list',
  tag: 'list',
  owner: 'list',
  inProduction: 'flag',
  challenger: 'flag',
  gate: 'list',
  evidence: 'list',
  missing: 'list',
  openIncident: 'flag',
  noResultAfter: 'text',
  qualityBelow: 'number',
  reviewDueBefore: 'text',
  importId: 'text',
  which: 'text',
};

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readPortfolioSearch(raw: Readonly<Record<string, unknown>>): PortfolioSearch {
  // Of both the shape is checked here; the words inside the engine checks, which refuses what it does not know.
  const filter = readParts(raw.filter, FILTER_KINDS) as ModelFilter | undefined;
  const sort = Array.isArray(raw.sort) ? (raw.sort.filter(isSortKey) as SortKey[]) : [];
  const view = raw.view;
  const { layout, live, import: importId } = raw;
  const fill = QUALITY_FIELDS.find((field) => field === raw.fill);
  const which = IMPORT_SETS.find((set) => set === raw.which);
  return {
    ...readQuery(raw.q),
    ...(filter ? { filter } : {}),
    ...(sort.length > 0 ? { sort } : {}),
    ...(typeof view === 'string' ? { view } : {}),
    ...(layout === 'grid' || layout === 'board' ? { layout } : {}),
    ...(typeof live === 'string' && isCalendarDate(live) ? { live } : {}),
    ...(fill === undefined ? {} : { fill }),
    ...(typeof importId === 'string' ? { import: importId, ...(which && { which }) } : {}),
  };
}
