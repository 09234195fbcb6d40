import type { drift } from '#contract/drift';
import { CELL_WORDS, type Heatmap } from '#contract/drift-views';
import type { z } from 'zod';
import { DAY_MS, NO_DAYS } from '#domain/drift/day-verdicts';
import { bucketStarts, heatmapRow } from '#domain/drift/heatmap';
import { silentAfter } from '#domain/drift/cadence';
import { isInProduction } from '#domain/lifecycle';
import type { QueryContext } from '../../context';
import { toInstant } from '../../platform/instant';
import { DomainError } from '../../rpc/errors';
import { asTier } from '../../store/derived-columns';
import { type DriftModel, listDriftModels } from '../../store/drift-health';
import { byUrgency } from './urgency';

type Query = z.output<typeof drift.heatmap.input>;

/** Enough for 100 years of weeks: a wider range is a mistake in it. */
const MOST_BUCKETS = 5_300;

export async function readHeatmap({ read, now }: QueryContext, query: Query): Promise<Heatmap> {
  const from = Math.floor(Date.parse(toInstant(query.from, 'From')) / DAY_MS);
  const to = Math.floor(Date.parse(toInstant(query.to, 'To')) / DAY_MS);
  if (to < from) throw new DomainError('invalid_input', 'To lies before from. Change one of the two.');
  if ((to - from) / 7 > MOST_BUCKETS)
    throw new DomainError('invalid_input', 'A heat map covers at most 100 years. Choose a shorter time.');
  const starts = bucketStarts(from, to, query.bucket);
  const all = [...(await listDriftModels(read))].sort(query.sort === 'name' ? byName : byUrgency);
  const models = all.slice(0, query.limit);
  return {
    total: all.length,
    buckets: starts.slice(0, -1).map((day) => new Date(day * DAY_MS).toISOString().slice(0, 10)),
    models: models.map((model) => model.id),
    names: models.map((model) => model.name),
    units: models.map((model) => model.unit),
    tiers: models.map((model) => asTier(model.tier)),
    stages: models.map((model) => model.stage),
    health: models.map((model) => model.health),
    lastResult: models.map(({ state }) => (state?.last_at == null ? null : new Date(state.last_at).toISOString())),
    verdicts: [...CELL_WORDS],
    ...cellsOf(models, starts, Math.floor(Date.parse(now) / DAY_MS)),
  };
}

function cellsOf(
  models: readonly DriftModel[],
  starts: readonly number[],
  today: number,
): Pick<Heatmap, 'cells' | 'toolDrift'> {
  const width = starts.length - 1;
  const cells = new Uint8Array(models.length * width);
  const toolDrift = new Uint8Array(models.length * width);
  for (const [row, { state, stage }] of models.entries()) {
    if (!state) continue;
    const range = [row * width, (row + 1) * width] as const;
    const input = {
      days: state.days.length === 0 ? NO_DAYS : { firstDay: state.first_day, codes: state.days },
      silentAfter: silentAfter(state.cadence),
      expected: isInProduction(stage),
      today,
    };
    heatmapRow(input, starts, cells.subarray(...range), toolDrift.subarray(...range));
  }
  return { cells: [...cells], toolDrift: [...toolDrift] };
}

const byName = (a: DriftModel, b: DriftModel): number => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1);
