import type { ModelFilter } from '#contract/models/model-filter';
import { PRODUCTION_STAGES } from '#domain/vocabulary';
import type { ColumnStore } from '../../../components/table/column-store';
import type { ValueCount } from '../../../components/table/facet-values';
import { facetCounts } from '../../../components/table/store-facets';
import { filterRows } from '../../../components/table/store-order';
import { formatCount, formatNumber } from '../../../lib/format';
import { type FacetSpec, MISSING_LABELS } from './facets';
import { withoutField } from './filter-edits';

interface Question {
  readonly search: string;
  readonly filter: ModelFilter;
  readonly engineIds: ReadonlySet<string> | null;
}

const MISSING = Object.keys(MISSING_LABELS) as (keyof typeof MISSING_LABELS)[]; // the keys of this very record

/** How many models each value of a filter would leave, given the search and the other filters. */
export function valueCounts(store: ColumnStore, question: Question, spec: FacetSpec): readonly ValueCount[] {
  const others = { ...question, filter: withoutField(question.filter, spec.key) };
  if (spec.facet !== null) return facetCounts(store, filterRows(store, others), spec.facet);
  return MISSING.map((field) => ({
    value: field,
    // The grid does not hold the purpose, so its count is the engine's to know.
    count:
      field === 'purpose'
        ? null
        : filterRows(store, { ...others, filter: { ...others.filter, missing: [field] } }).length,
  }));
}

/** `1,204 of 100,000 models`; the total alone while nothing narrows the list. */
export function countWords(shown: number, total: number): string {
  return shown === total ? formatCount(total, 'model') : `${formatNumber(shown)} of ${formatCount(total, 'model')}`;
}

/** What stands out in the shown models, in a sentence. */
export function sublineOf(store: ColumnStore, rows: Uint32Array): string {
  const stages = new Map(facetCounts(store, rows, 'stage').map(({ value, count }) => [value, count ?? 0]));
  const production = PRODUCTION_STAGES.reduce((sum, stage) => sum + (stages.get(stage) ?? 0), 0);
  if (rows.length === 0) return 'Nothing fits what is asked for.';
  if (production === 0) return rows.length === 1 ? 'It is not in production.' : 'None of them is in production.';
  const watch = new Map(facetCounts(store, rows, 'monitoring').map(({ value, count }) => [value, count ?? 0]));
  const [notMonitored, monitoringUnknown] = [watch.get('not_monitored') ?? 0, watch.get('unknown') ?? 0];
  const serving = `${formatNumber(production)} in production`;
  if (notMonitored === production) return `${serving}, none monitored.`;
  if (monitoringUnknown === production) return `${serving}, of none is it known whether it is monitored.`;
  const unsaid = monitoringUnknown === 0 ? '' : `; of ${formatNumber(monitoringUnknown)} it is not known`;
  return notMonitored === 0 && unsaid === ''
    ? `${serving}, all monitored.`
    : `${serving}, ${formatNumber(notMonitored)} of those not monitored${unsaid}.`;
}
