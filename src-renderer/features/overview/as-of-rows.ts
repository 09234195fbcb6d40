import { isWithinUnit } from '#domain/base/unit-path';
import { PRODUCTION_STAGES, type Stage } from '#domain/vocabulary';
import type { AsOfRow, ModelFilter } from './overview-types';

/** The part of a filter that the rows of a past day can answer. */
export const answerableThen = (filter: ModelFilter | null): boolean => {
  if (filter === null) return false;
  const answerable = new Set(['stage', 'unit', 'inProduction', 'monitoring']);
  if (filter.missing?.length === 1 && filter.missing[0] === 'unit') answerable.add('missing');
  return Object.keys(filter).every((key) => answerable.has(key));
};

const production = new Set<Stage>(PRODUCTION_STAGES);

/** The rows of a past day behind one count of the page. */
export const rowsBehind = (rows: readonly AsOfRow[], filter: ModelFilter): readonly AsOfRow[] =>
  rows.filter((row) => {
    if (filter.stage !== undefined && !filter.stage.includes(row.stage)) return false;
    if (filter.unit !== undefined && !filter.unit.some((unit) => isWithinUnit(row.unit, unit))) return false;
    if (filter.inProduction !== undefined && production.has(row.stage) !== filter.inProduction) return false;
    if (filter.monitoring !== undefined && !(row.monitoring && filter.monitoring.includes(row.monitoring)))
      return false;
    return !(filter.missing?.includes('unit') === true && row.unit !== '');
  });
