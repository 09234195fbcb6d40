import type { z } from 'zod';
import type { drift } from '#contract/drift/results';
import type { ModelDrift } from '#contract/drift/views';
import { isoDay } from '#domain/base/calendar';
import { cadenceDays, silentAfter } from '#domain/drift/cadence';
import { hasToolDrift, verdictOfCode } from '#domain/drift/day-verdicts';
import type { ModelHealth } from '#domain/drift/health';
import { sayHealth } from '#domain/drift/health-words';
import { driftMetricSpec } from '#domain/drift/vocabulary';
import { type DriftModel, listDriftModels } from '../../store/drift/health';
import { listSeriesById } from '../../store/drift/series';
import type { DriftSeriesRow } from '../../store/drift/tables';
import { asFrequency, asTier } from '../../store/models/cells';
import { getModel } from '../../store/models/models';
import type { QueryContext } from '../context';
import { readRetraining } from './retraining/read';

type OpenRetraining = Awaited<ReturnType<typeof readRetraining>>['items'][number];
type Query = z.output<typeof drift.health.input>;

export async function readHealth(
  { read, now }: QueryContext,
  query: Query,
): Promise<{ total: number; models: ModelDrift[] }> {
  if (query.modelId !== undefined) await getModel(read, query.modelId);
  const { total, models } = await listDriftModels(read, query);
  const series = await listSeriesById(
    read,
    models.flatMap(({ state }) => (state?.worst_series == null ? [] : [state.worst_series])),
  );
  const open = await readRetraining(read, { open: true, modelId: query.modelId }, now);
  const items = new Map(open.items.map((item) => [item.modelId, item]));
  return { total, models: models.map((model) => toModelDrift(model, series, items.get(model.id) ?? null)) };
}

function toModelDrift(
  model: DriftModel,
  series: ReadonlyMap<number, DriftSeriesRow>,
  item: OpenRetraining | null,
): ModelDrift {
  const { state, health } = model;
  const cadence = state ? state.cadence : cadenceDays(null, asFrequency(model.updateFrequency));
  const facts = {
    health,
    reason: reasonOf(model),
    since: state?.since_day == null ? null : isoDay(state.since_day),
    lastResult: state?.last_at == null ? null : new Date(state.last_at).toISOString(),
    cadenceDays: cadence,
    silentAfterDays: silentAfter(cadence),
    worst: worstOf(state, series),
  };
  return {
    modelId: model.id,
    name: model.name,
    tier: asTier(model.tier),
    stage: model.stage,
    ...facts,
    words: sayHealth(facts),
    retraining: item && {
      id: item.id,
      words: item.words,
      openedAt: item.openedAt,
      state: item.state,
      overdue: item.overdue,
      owner: item.owner,
      until: item.until,
      stands: item.stands,
    },
  };
}

function reasonOf({ state, stage }: DriftModel): ModelHealth['reason'] {
  if (state) return state.reason as ModelHealth['reason']; // written by refreshModel
  return stage === 'retired' ? 'retired' : 'never';
}

function worstOf(state: DriftModel['state'], series: ReadonlyMap<number, DriftSeriesRow>): ModelDrift['worst'] {
  const row = state?.worst_series == null ? undefined : series.get(state.worst_series);
  if (!state || !row || state.worst_at === null) return null;
  return {
    seriesId: row.id,
    column: row.column_name,
    metric: row.metric,
    label: driftMetricSpec(row.metric).label,
    value: state.worst_value !== null && Number.isFinite(state.worst_value) ? state.worst_value : null,
    at: new Date(state.worst_at).toISOString(),
    verdict: verdictOfCode(state.worst_code),
    toolDrift: hasToolDrift(state.worst_code),
  };
}
