import type { FalseAlarms } from '#contract/drift/views';
import { bandInForce } from '#domain/drift/bands';
import { falseAlarmsByMetric } from '#domain/drift/false-alarms';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import type { Tier } from '#domain/vocabulary';
import { listBandOverrides } from '../../store/drift/rules';
import { listSeriesWindows } from '../../store/drift/series';
import { asTier } from '../../store/models/cells';
import type { QueryContext } from '../context';

export async function readFalseAlarms({ read }: QueryContext, tier?: Tier): Promise<FalseAlarms> {
  const overrides = await listBandOverrides(read);
  const all = await listSeriesWindows(read, tier);
  const judged = all
    .map(({ modelId, tier: own, ...one }) => ({
      ...one,
      bands: bandInForce(overrides, { id: modelId, tier: asTier(own) }, one.metric).bands,
    }))
    .filter((one) => one.bands !== null && one.cadence !== null);
  const metrics = falseAlarmsByMetric(judged).map((one) => ({ ...one, label: driftMetricSpec(one.metric).label }));
  return {
    models: new Set(all.map(({ modelId }) => modelId)).size,
    series: judged.length,
    windowsPerMonth: metrics.reduce((sum, one) => sum + one.windows, 0),
    metrics,
  };
}
