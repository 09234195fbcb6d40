import type { FalseAlarms } from '#contract/drift-views';
import { bandInForce } from '#domain/drift/bands';
import { type AlarmSeries, falseAlarmsByMetric } from '#domain/drift/false-alarms';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import { isInProduction } from '#domain/lifecycle';
import type { QueryContext } from '../../context';
import { asTier } from '../../store/derived-columns';
import { listDriftModels } from '../../store/drift-health';
import { listBandOverrides } from '../../store/drift-rules';
import { readWindowSizes, stateStatements } from '../../store/sqlite/drift-state';

export async function readFalseAlarms({ read, store }: QueryContext): Promise<FalseAlarms> {
  const overrides = await listBandOverrides(read);
  const statements = stateStatements(store.raw);
  const models = (await listDriftModels(read)).filter(({ stage, state }) => isInProduction(stage) && state !== null);
  const series = models.flatMap(({ id, tier }): AlarmSeries[] =>
    readWindowSizes(statements, id).map((one) => ({
      ...one,
      bands: bandInForce(overrides, { id, tier: asTier(tier) }, one.metric).bands,
    })),
  );
  const judged = series.filter((one) => one.bands !== null && one.cadence !== null);
  const metrics = falseAlarmsByMetric(judged).map((one) => ({ ...one, label: driftMetricSpec(one.metric).label }));
  return {
    models: models.length,
    series: judged.length,
    windowsPerMonth: metrics.reduce((sum, one) => sum + one.windows, 0),
    metrics,
  };
}
