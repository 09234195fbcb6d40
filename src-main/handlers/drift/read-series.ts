import type { drift } from '#contract/drift';
import type { z } from 'zod';
import { TOOL_VERDICTS } from '#domain/drift/result-columns';
import { thinnedPlaces } from '#domain/drift/thin-out';
import type { QueryContext } from '../../context';
import { toInstant } from '../../platform/instant';
import { listSeries } from '../../store/drift-series';
import { ALL_TIME, pointStatements, readPoints } from '../../store/sqlite/drift-points';

type Query = z.output<typeof drift.series.input>;
type Series = z.output<typeof drift.series.output>['series'][number];

export async function readSeries({ read, store }: QueryContext, query: Query): Promise<Series[]> {
  const statements = pointStatements(store.raw);
  const dead = new Set(statements.deadBatches.all(query.modelId));
  const range = {
    from: query.from === undefined ? ALL_TIME.from : Date.parse(toInstant(query.from, 'From')),
    to: query.to === undefined ? ALL_TIME.to : Date.parse(toInstant(query.to, 'To')),
  };
  const all = (await listSeries(read, query)).map((row): Series => {
    const points = readPoints(statements, row.id, range, dead);
    const places = [...thinnedPlaces(points.value, query.points)];
    const numbers = (column: Float64Array): (number | null)[] => places.map((place) => finite(column[place]));
    return {
      id: row.id,
      column: row.column_name,
      metric: row.metric,
      method: row.method,
      base: row.base === '2' || row.base === 'e' ? row.base : null,
      binning: row.binning,
      source: row.tool,
      n: points.at.length,
      t: places.map((place) => new Date(points.at[place] ?? 0).toISOString()),
      v: numbers(points.value),
      nRef: numbers(points.nRef),
      nCur: numbers(points.nCur),
      toolVerdict: places.map((place) => TOOL_VERDICTS[points.verdict[place] ?? -1] ?? null),
      thresholds: { lower: numbers(points.lower), upper: numbers(points.upper) },
    };
  });
  return all.filter((series) => series.n > 0);
}

/** JSON has no infinity: such a value is left open, and its verdict stands beside it. */
const finite = (value: number | undefined): number | null => (Number.isFinite(value) ? (value ?? null) : null);
