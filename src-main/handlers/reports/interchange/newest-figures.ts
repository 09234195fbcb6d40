import { bandInForce } from '#domain/drift/bands';
import { verdictCodes, verdictOfCode } from '#domain/drift/day-verdicts';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import type { Figure } from '../../../exporters/interchange/model-record';
import { listThinnedSeries } from '../../../store/drift/points';
import { listBandOverrides } from '../../../store/drift/rules';
import type { ReadHandle } from '../../../store/journal/handle';
import { asTier } from '../../../store/models/cells';
import type { ModelTableRow } from '../../../store/models/tables';

/** A series that has ended this long before the model's newest result tells nothing of it any more. */
const RECENT_MS = 90 * 24 * 60 * 60 * 1000;

/** The newest figure of each series of a model, of the 90 days up to its newest result. @param last milliseconds */
export async function newestFigures(
  read: ReadHandle,
  model: Pick<ModelTableRow, 'id' | 'tier'>,
  last: number | null,
): Promise<readonly Figure[]> {
  if (last === null) return [];
  const overrides = await listBandOverrides(read);
  const range = { from: last - RECENT_MS, to: last };
  const shown = await listThinnedSeries(read, { modelId: model.id }, range, 100_000);
  return shown.flatMap(({ row, points }): Figure[] => {
    const place = points.at.length - 1;
    const value = points.value[place];
    const at = points.at[place];
    if (at === undefined || value === undefined || !Number.isFinite(value)) return [];
    const band = bandInForce(overrides, { id: model.id, tier: asTier(model.tier) }, row.metric);
    const rows = points.nCur[place];
    return [
      {
        column: row.column_name,
        label: driftMetricSpec(row.metric).label,
        value,
        at: new Date(at).toISOString(),
        tool: row.tool,
        verdict: verdictOfCode(verdictCodes(points, band)[place] ?? 0),
        rows: rows !== undefined && Number.isFinite(rows) ? rows : null,
      },
    ];
  });
}
