import { bandInForce } from '#domain/drift/bands';
import { verdictCodes, verdictOfCode } from '#domain/drift/day-verdicts';
import { seriesState, stillMeasured } from '#domain/drift/health';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import type { Figure } from '../../../exporters/interchange/model-record';
import { listThinnedSeries } from '../../../store/drift/points';
import { listBandOverrides } from '../../../store/drift/rules';
import type { ReadHandle } from '../../../store/journal/handle';
import { asTier } from '../../../store/models/cells';
import type { ModelTableRow } from '../../../store/models/tables';

/** How often a series is measured shows within these days before the model's newest result, also of one a quarter. */
const RECENT_MS = 400 * 24 * 60 * 60 * 1000;

/** The newest figure of each series of a model that is still measured, as its health goes by. @param last milliseconds */
export async function newestFigures(
  read: ReadHandle,
  model: Pick<ModelTableRow, 'id' | 'tier'>,
  last: number | null,
): Promise<readonly Figure[]> {
  if (last === null) return [];
  const overrides = await listBandOverrides(read);
  const range = { from: last - RECENT_MS, to: last };
  const shown = await listThinnedSeries(read, { modelId: model.id }, range, 100_000);
  const judged = shown
    .filter(({ points }) => points.at.length > 0)
    .map(({ row, points }) => {
      const band = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, row.metric);
      const codes = verdictCodes(points, band);
      return { row, points, ...seriesState(row.id, points.at, codes, points.value) };
    });
  return stillMeasured(judged).flatMap(({ row, points, lastAt: at, lastValue: value, lastCode }): Figure[] => {
    if (!Number.isFinite(value)) return [];
    const place = points.at.length - 1;
    const rows = points.nCur[place];
    return [
      {
        column: row.column_name,
        label: driftMetricSpec(row.metric).label,
        value,
        at: new Date(at).toISOString(),
        tool: row.tool,
        verdict: verdictOfCode(lastCode),
        rows: rows !== undefined && Number.isFinite(rows) ? rows : null,
      },
    ];
  });
}
