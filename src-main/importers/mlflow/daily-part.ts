import { DriftMapping } from '#contract/drift/import';
import type { PartFile } from '../sources/source';
import type { DailyFigure } from './daily-figures';

const FIELDS = ['time', 'windowStart', 'model', 'column', 'metric', 'value', 'nCur'] as const;

/** As the import of plain tables takes them; `null`: there are none. Each is of its whole day, in UTC as the server parts them. */
export function dailyPart(figures: readonly DailyFigure[]): PartFile<DriftMapping> | null {
  if (figures.length === 0) return null;
  const rows = figures.map(({ model, day, column, metric, value, n }) => ({
    time: `${day}T23:59:59.999Z`,
    windowStart: `${day}T00:00:00.000Z`,
    ...{ model, column, metric, value },
    nCur: n ?? '',
  }));
  const columns = FIELDS.map((field) => ({ field, column: field }));
  const mapping = DriftMapping.parse({ kind: 'drift', columns, timeZone: 'UTC', tool: 'MLflow' });
  return { ending: ' daily.json', content: JSON.stringify(rows), mapping };
}
