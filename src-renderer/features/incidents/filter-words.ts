import type { INCIDENT_FACETS } from '#contract/incidents/parts';
import { isMovingDay, sayMovingDay } from '#domain/base/moving-day';
import {
  DETECTED_BY_LABELS,
  INCIDENT_CAUSE_LABELS,
  INCIDENT_STATUS_LABELS,
  SEVERITY_LABELS,
} from '#domain/incidents/vocabulary';
import { MODEL_FIELDS } from '#domain/models/model-fields';
import type { FacetWords } from '../../components/table/facet-values';
import type { FilterChip } from '../../components/table/filter-chips';
import { formatDate } from '../../lib/format';
import { YES_NO_LABELS } from './incident-cells';
import type { IncidentFilter } from './incident-types';

export type FacetKey = (typeof INCIDENT_FACETS)[number];

export interface FacetSpec extends FacetWords {
  readonly key: FacetKey;
  /** Its values are ids: only the engine knows their names. */
  readonly named?: boolean;
}

const words =
  (labels: Readonly<Record<string, string>>, empty = '') =>
  (value: string): string =>
    value === '' ? empty : (labels[value] ?? value);

export const FACETS: readonly FacetSpec[] = [
  { key: 'severity', label: 'Severity', words: words(SEVERITY_LABELS, 'Not rated'), empty: true },
  { key: 'status', label: 'Status', words: words(INCIDENT_STATUS_LABELS), empty: false },
  { key: 'modelId', label: 'Model', words: words({}, 'No known model'), empty: true, named: true },
  { key: 'unit', label: MODEL_FIELDS.unit.label, words: words({}, 'No unit'), empty: true },
  { key: 'cause', label: 'Cause', words: words(INCIDENT_CAUSE_LABELS), empty: false },
  { key: 'detectedBy', label: 'Detected by', words: words(DETECTED_BY_LABELS), empty: false },
  { key: 'causedByChange', label: 'Caused by a change', words: words(YES_NO_LABELS), empty: false },
  { key: 'reportable', label: 'Reportable', words: words(YES_NO_LABELS), empty: false },
  {
    key: 'tier',
    label: MODEL_FIELDS.tier.label,
    words: (value) => (value === '' ? 'No tier' : `Tier ${value}`),
    empty: true,
  },
  { key: 'source', label: 'Source', words: words({}, 'Typed here'), empty: true },
];

/** The filters that have a button of their own. */
export const QUICK_FACETS: readonly FacetKey[] = ['severity', 'status', 'modelId', 'unit', 'cause'];

export const FLAGS = {
  open: { label: 'Open', yes: 'Open', no: 'Resolved or closed' },
  acknowledged: { label: 'Acknowledged', yes: 'Acknowledged', no: 'Never acknowledged' },
  reopened: { label: 'Reopened', yes: 'Reopened at least once', no: 'Never reopened' },
  reviewed: { label: 'Reviewed', yes: 'With a postmortem held', no: 'Without a postmortem' },
} as const satisfies Partial<Record<keyof IncidentFilter, object>>;

const NULLABLE: ReadonlySet<FacetKey> = new Set(['severity', 'modelId', 'tier']);
const NUMBERS: ReadonlySet<FacetKey> = new Set(['severity', 'tier']);

type FilterValue = string | number | null;

/** The text of a facet's value as the filter writes it: 2 for a severity, `null` for nothing said. */
function toFilterValue(key: FacetKey, value: string): FilterValue {
  if (value === '' && NULLABLE.has(key)) return null;
  return NUMBERS.has(key) ? Number(value) : value;
}

const listOf = (filter: IncidentFilter, key: FacetKey): readonly FilterValue[] => filter[key] ?? [];

/** The chosen values of a field, as texts. */
export const chosenValues = (filter: IncidentFilter, key: FacetKey): readonly string[] =>
  listOf(filter, key).map((value) => String(value ?? ''));

export function withoutField(filter: IncidentFilter, key: keyof IncidentFilter): IncidentFilter {
  const { [key]: _gone, ...rest } = filter;
  return rest;
}

/** Adds a value to a field or takes it out; the last one taken out takes the field with it. */
export function toggleValue(filter: IncidentFilter, key: FacetKey, value: string): IncidentFilter {
  const wanted = toFilterValue(key, value);
  const list = listOf(filter, key);
  const next = list.includes(wanted) ? list.filter((other) => other !== wanted) : [...list, wanted];
  if (next.length === 0) return withoutField(filter, key);
  // The values come from this very field, whose words are those of the contract.
  return { ...filter, [key]: next } as IncidentFilter;
}

const SHOWN_VALUES = 3;

const sayDayOf = (text: string): string => (isMovingDay(text) ? sayMovingDay(text) : formatDate(text.slice(0, 10)));

/** The active filters in words, one for each field; `nameOf` knows the models. */
export function filterChips(
  filter: IncidentFilter,
  nameOf: (modelId: string) => string | undefined = () => undefined,
): readonly FilterChip<keyof IncidentFilter>[] {
  const chips: FilterChip<keyof IncidentFilter>[] = FACETS.flatMap((spec) => {
    if (filter[spec.key] === undefined) return [];
    const all = chosenValues(filter, spec.key).map(
      (value) => (spec.named ? nameOf(value) : undefined) ?? spec.words(value),
    );
    const more = all.length > SHOWN_VALUES ? ` and ${all.length - SHOWN_VALUES} more` : '';
    const shown = all.length === 0 ? 'none of them' : all.slice(0, SHOWN_VALUES).join(', ');
    return [{ key: spec.key, text: `${spec.label}: ${shown}${more}` }];
  });
  for (const flag of ['open', 'acknowledged', 'reopened', 'reviewed'] as const) {
    const value = filter[flag];
    if (value !== undefined) chips.push({ key: flag, text: value ? FLAGS[flag].yes : FLAGS[flag].no });
  }
  if (filter.openedFrom !== undefined)
    chips.push({ key: 'openedFrom', text: `Opened since ${sayDayOf(filter.openedFrom)}` });
  if (filter.openedTo !== undefined)
    chips.push({
      key: 'openedTo',
      text: `Opened ${filter.openedTo.length > 10 && !isMovingDay(filter.openedTo) ? 'before' : 'up to and with'} ${sayDayOf(filter.openedTo)}`,
    });
  if (filter.importId !== undefined) chips.push({ key: 'importId', text: 'From one import' });
  return chips;
}
