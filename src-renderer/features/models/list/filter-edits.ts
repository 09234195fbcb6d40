import type { ModelFilter } from '#contract/models/model-filter';
import { isMovingDay, sayMovingDay } from '#domain/base/moving-day';
import type { ImportSet } from '#domain/models/import-sets';
import type { FilterChip } from '../../../components/table/filter-chips';
import { formatDate, formatPercent } from '../../../lib/format';
import { DUE_PRESETS } from './due-presets';
import { FACETS, type FacetSpec, type ListKey } from './facets';

type FilterValue = string | number | null;

/** Fields in which the empty value is `null`; in the others it is ''. */
const NULLABLE: ReadonlySet<ListKey> = new Set([
  'tier',
  'origin',
  'updateFrequency',
  'criticality',
  'kind',
  'autonomy',
]);

/** The text of a facet's value as the filter writes it: 2 for a tier, `null` for nothing said. */
export function toFilterValue(key: ListKey, value: string): FilterValue {
  if (value === '' && NULLABLE.has(key)) return null;
  return key === 'tier' ? Number(value) : value;
}

const listOf = (filter: ModelFilter, key: ListKey): readonly FilterValue[] => filter[key] ?? [];

/** The chosen values of a field, as texts. */
export function chosenValues(filter: ModelFilter, key: ListKey): readonly string[] {
  return listOf(filter, key).map((value) => (value === null ? '' : String(value)));
}

export function withoutField(filter: ModelFilter, key: keyof ModelFilter): ModelFilter {
  const { [key]: _gone, ...rest } = filter;
  if (key !== 'importId') return rest;
  // A set is one of an import.
  const { which: _which, ...others }: ModelFilter = rest;
  return others;
}

/** Adds a value to a field or takes it out; the last one taken out takes the field with it. */
export function toggleValue(filter: ModelFilter, key: ListKey, value: string): ModelFilter {
  const wanted = toFilterValue(key, value);
  const list = listOf(filter, key);
  const next = list.includes(wanted) ? list.filter((other) => other !== wanted) : [...list, wanted];
  if (next.length === 0) return withoutField(filter, key);
  // The values come from the column of this very field, whose words are those of the contract.
  return { ...filter, [key]: next } as ModelFilter;
}

const IMPORT_WORDS: Readonly<Record<ImportSet | 'all', string>> = {
  all: 'From one import',
  new: 'New with one import',
  changed: 'Changed by one import',
  missing: 'Not in the file of one import',
  waiting: 'Perhaps in waiting rows of one import',
  contradicted: 'Contradicted by one import',
  ended: 'Last version ended, by one import',
};

const SHOWN_VALUES = 3;

function listChip(filter: ModelFilter, spec: FacetSpec): FilterChip<keyof ModelFilter>[] {
  if (filter[spec.key] === undefined) return [];
  const words = chosenValues(filter, spec.key).map(spec.words);
  const shown = words.slice(0, SHOWN_VALUES).join(', ');
  const more = words.length > SHOWN_VALUES ? ` and ${words.length - SHOWN_VALUES} more` : '';
  return [{ key: spec.key, text: `${spec.label}: ${words.length === 0 ? 'none of them' : shown}${more}` }];
}

function dueWords(day: string): string {
  const preset = DUE_PRESETS.find(({ before }) => before === day);
  if (preset) return `Review: ${preset.label.toLowerCase()}`;
  return `Review due by ${isMovingDay(day) ? sayMovingDay(day) : formatDate(day)}`;
}

/** The active filters in words, one for each field. */
export function filterChips(filter: ModelFilter): readonly FilterChip<keyof ModelFilter>[] {
  const chips = FACETS.flatMap((spec) => listChip(filter, spec));
  if (filter.inProduction !== undefined) {
    chips.push({ key: 'inProduction', text: filter.inProduction ? 'In production' : 'Not in production' });
  }
  if (filter.challenger !== undefined) {
    chips.push({ key: 'challenger', text: filter.challenger ? 'With a challenger' : 'Without a challenger' });
  }
  if (filter.gate !== undefined)
    chips.push({
      key: 'gate',
      text: filter.gate.includes('fallen') ? 'Gate no longer stands' : 'Does not show what the gate asks',
    });
  if (filter.evidence !== undefined)
    chips.push({
      key: 'evidence',
      text: filter.evidence.includes('ended') ? 'Evidence has ended' : 'Evidence ends soon',
    });
  if (filter.openIncident !== undefined) {
    chips.push({
      key: 'openIncident',
      text: filter.openIncident ? 'With an open incident' : 'Without an open incident',
    });
  }
  if (filter.noResultAfter !== undefined) {
    chips.push({ key: 'noResultAfter', text: `No drift result after ${sayMovingDay(filter.noResultAfter)}` });
  }
  if (filter.qualityBelow !== undefined) {
    chips.push({ key: 'qualityBelow', text: `Data quality below ${formatPercent(filter.qualityBelow / 100)}` });
  }
  if (filter.reviewDueBefore !== undefined) {
    chips.push({ key: 'reviewDueBefore', text: dueWords(filter.reviewDueBefore) });
  }
  if (filter.importId !== undefined) chips.push({ key: 'importId', text: IMPORT_WORDS[filter.which ?? 'all'] });
  return chips;
}
