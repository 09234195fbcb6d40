import type { z } from 'zod';
import type { drift } from '#contract/drift/results';
import { bandInForce } from '#domain/drift/bands';
import { verdictCodes, verdictOfCode } from '#domain/drift/day-verdicts';
import { noiseLine } from '#domain/drift/noise-line';
import { TOOL_VERDICTS } from '#domain/drift/result-columns';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import { toInstant } from '../../platform/instant';
import { listThinnedSeries } from '../../store/drift/points';
import { listBandOverrides } from '../../store/drift/rules';
import { baseOf } from '../../store/drift/series';
import { asTier } from '../../store/models/cells';
import { getModel } from '../../store/models/models';
import type { QueryContext } from '../context';

type Query = z.output<typeof drift.series.input>;
type Series = z.output<typeof drift.series.output>['series'][number];

export async function readSeries({ read }: QueryContext, query: Query): Promise<Series[]> {
  const model = await getModel(read, query.modelId);
  const overrides = await listBandOverrides(read);
  const between = {
    from: query.from === undefined ? undefined : Date.parse(toInstant(query.from, 'From')),
    to: query.to === undefined ? undefined : Date.parse(toInstant(query.to, 'To')),
  };
  const shown = await listThinnedSeries(read, query, between, query.points);
  return shown.map(({ row, n, points }): Series => {
    const numbers = (column: Float64Array): (number | null)[] => Array.from(column, finite);
    const band = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, row.metric);
    const noise = noiseLine(row.metric);
    return {
      id: row.id,
      column: row.column_name,
      metric: row.metric,
      label: driftMetricSpec(row.metric).label,
      method: row.method,
      base: baseOf(row.base),
      binning: row.binning,
      source: row.tool,
      n,
      t: Array.from(points.at, (at) => new Date(at).toISOString()),
      v: numbers(points.value),
      nRef: numbers(points.nRef),
      nCur: numbers(points.nCur),
      verdict: Array.from(verdictCodes(points, band), verdictOfCode),
      toolVerdict: Array.from(points.verdict, (code) => TOOL_VERDICTS[code] ?? null),
      noise: Array.from(points.nBins, (nBins, place) =>
        noise(nBins, points.nRef[place] ?? Number.NaN, points.nCur[place] ?? Number.NaN),
      ),
      thresholds: { lower: numbers(points.lower), upper: numbers(points.upper) },
      bands: band.bands,
      bandsFrom: band.from,
      direction: band.direction,
    };
  });
}

/** JSON has no infinity: such a value is left open, and its verdict stands beside it. */
const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);
