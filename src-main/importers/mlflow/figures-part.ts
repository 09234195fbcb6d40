import { DriftMapping } from '#contract/drift/import';
import type { PartFile } from '../sources/source';
import type { DailyFigure } from './daily-figures';
import type { RunFigure } from './run-figures';

const FIELDS = ['time', 'windowStart', 'model', 'modelVersion', 'column', 'metric', 'value', 'nCur'] as const;

/** As the import of plain tables takes them; `null`: there are none. A figure of a day is of all of it, in UTC as the server parts them. */
export function figuresPart(days: readonly DailyFigure[], runs: readonly RunFigure[]): PartFile<DriftMapping> | null {
  if (days.length + runs.length === 0) return null;
  const rows = [
    ...days.map(({ model, day, column, metric, value, n }) => ({
      ...{ time: `${day}T23:59:59.999Z`, windowStart: `${day}T00:00:00.000Z` },
      ...{ model, modelVersion: '', column, metric, value, nCur: n ?? '' },
    })),
    ...runs.map(({ model, version, at, metric, value }) => ({
      ...{ time: at, windowStart: '', model, modelVersion: version, column: '', metric, value, nCur: '' },
    })),
  ];
  const columns = FIELDS.map((field) => ({ field, column: field }));
  const mapping = DriftMapping.parse({ kind: 'drift', columns, timeZone: 'UTC', tool: 'MLflow' });
  return { ending: ' figures.json', content: JSON.stringify(rows), mapping };
}
