import type { ModelFilter, SORT_FIELDS } from '#contract/models';

export type SortKey = { readonly field: (typeof SORT_FIELDS)[number]; readonly direction: 'asc' | 'desc' };

/** What the address of the portfolio page holds, so that it survives a reload and can be linked to. */
export interface PortfolioSearch {
  readonly q?: string;
  readonly filter?: ModelFilter;
  readonly sort?: readonly SortKey[];
  /** Id of the saved view that this started from. */
  readonly view?: string;
  readonly layout?: 'grid' | 'board';
}

const FILTER_KINDS: Readonly<Record<keyof ModelFilter, 'list' | 'flag' | 'text'>> = {
  stage: 'list',
  tier: 'list',
  unit: 'list',
  health: 'list',
  origin: 'list',
  updateFrequency: 'list',
  criticality: 'list',
  personalData: 'list',
  type: 'list',
  tag: 'list',
  owner: 'list',
  inProduction: 'flag',
  missing: 'list',
  reviewDueBefore: 'text',
  importId: 'text',
};

const fits = (kind: 'list' | 'flag' | 'text' | undefined, value: unknown): boolean => {
  if (kind === 'list') return Array.isArray(value);
  if (kind === 'flag') return typeof value === 'boolean';
  return kind === 'text' && typeof value === 'string';
};

const readFilter = (value: unknown): ModelFilter | undefined => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const kinds: Readonly<Record<string, 'list' | 'flag' | 'text'>> = FILTER_KINDS;
  const kept = Object.entries(value).filter(([key, part]) => Object.hasOwn(kinds, key) && fits(kinds[key], part));
  // The shape is checked here; the words inside are checked by the engine, which refuses what it does not know.
  return kept.length === 0 ? undefined : (Object.fromEntries(kept) as ModelFilter);
};

const isSortKey = (value: unknown): value is SortKey =>
  typeof value === 'object' &&
  value !== null &&
  'field' in value &&
  typeof value.field === 'string' &&
  'direction' in value &&
  (value.direction === 'asc' || value.direction === 'desc');

/** Reads the parameters of an address; what does not fit is left out, an address never breaks the page. */
export function readPortfolioSearch(raw: Readonly<Record<string, unknown>>): PortfolioSearch {
  const filter = readFilter(raw.filter);
  const sort = Array.isArray(raw.sort) ? raw.sort.filter(isSortKey) : [];
  const q = raw.q;
  const view = raw.view;
  const layout = raw.layout;
  return {
    // A search such as 2024 is a number to the reader of addresses.
    ...((typeof q === 'string' && q !== '') || typeof q === 'number' ? { q: String(q) } : {}),
    ...(filter ? { filter } : {}),
    ...(sort.length > 0 ? { sort } : {}),
    ...(typeof view === 'string' ? { view } : {}),
    ...(layout === 'grid' || layout === 'board' ? { layout } : {}),
  };
}
