import type { z } from 'zod';
import type { drift } from '#contract/drift/results';
import { CELL_WORDS, type Heatmap } from '#contract/drift/views';
import { dayNumber, isoDay } from '#domain/base/calendar';
import { silentAfter } from '#domain/drift/cadence';
import type { DayVerdicts } from '#domain/drift/day-verdicts';
import { bucketStarts, heatmapRow } from '#domain/drift/heatmap';
import { type OpenOfModel, openByModel } from '#domain/incidents/open-by-model';
import { isInProduction } from '#domain/models/lifecycle';
import { DomainError } from '../../failure/domain-error';
import { toInstant } from '../../platform/instant';
import { type DriftModel, listDriftDays, listDriftModels } from '../../store/drift/health';
import { readIncidentSnapshot } from '../../store/incidents/snapshot';
import { asTier } from '../../store/models/cells';
import type { QueryContext } from '../context';

type Query = z.output<typeof drift.heatmap.input>;

/** Enough for 100 years of weeks: a wider range is a mistake in it. */
const MOST_BUCKETS = 5_300;

export async function readHeatmap({ read, now }: QueryContext, query: Query): Promise<Heatmap> {
  const from = dayNumber(Date.parse(toInstant(query.from, 'From')));
  const to = dayNumber(Date.parse(toInstant(query.to, 'To')));
  if (to < from) throw new DomainError('invalid_input', 'To lies before from. Change one of the two.');
  if ((to - from) / 7 > MOST_BUCKETS)
    throw new DomainError('invalid_input', 'A heat map covers at most 100 years. Choose a shorter time.');
  const starts = bucketStarts(from, to, query.bucket);
  const { total, models } = await listDriftModels(read, { sort: query.sort, limit: query.limit });
  // Of a hundred thousand models those that are shown; where that is all of them, one reading is quicker.
  const daysOf = await listDriftDays(read, models.length < total ? models.map(({ id }) => id) : undefined);
  const open = openByModel((await readIncidentSnapshot(read)).incidents);
  return {
    total,
    buckets: starts.slice(0, -1).map(isoDay),
    models: models.map((model) => model.id),
    names: models.map((model) => model.name),
    units: models.map((model) => model.unit),
    tiers: models.map((model) => asTier(model.tier)),
    stages: models.map((model) => model.stage),
    health: models.map((model) => model.health),
    owners: models.map((model) => model.owner),
    incidents: models.map((model) => gravest(open.get(model.id) ?? [])),
    since: models.map(({ state }) => dayName(state?.since_day)),
    lastResult: models.map(({ state }) => (state?.last_at == null ? null : new Date(state.last_at).toISOString())),
    verdicts: [...CELL_WORDS],
    ...cellsOf(models, daysOf, starts, dayNumber(Date.parse(now))),
  };
}

/** @param open the gravest first */
function gravest(open: readonly OpenOfModel[]): Heatmap['incidents'][number] {
  const [first] = open;
  if (!first) return null;
  const { id, number, severity, openedAt } = first;
  return { id, number, severity, openedAt, open: open.length };
}

function cellsOf(
  models: readonly DriftModel[],
  daysOf: ReadonlyMap<string, DayVerdicts>,
  starts: readonly number[],
  today: number,
): Pick<Heatmap, 'cells' | 'toolDrift'> {
  const width = starts.length - 1;
  const cells = new Uint8Array(models.length * width);
  const toolDrift = new Uint8Array(models.length * width);
  for (const [row, { id, state, stage }] of models.entries()) {
    const days = daysOf.get(id);
    if (!state || !days) continue;
    const range = [row * width, (row + 1) * width] as const;
    const input = {
      days,
      silentAfter: silentAfter(state.cadence),
      expected: isInProduction(stage),
      today,
    };
    heatmapRow(input, starts, cells.subarray(...range), toolDrift.subarray(...range));
  }
  return { cells: [...cells], toolDrift: [...toolDrift] };
}

const dayName = (day: number | null | undefined): string | null => (day == null ? null : isoDay(day));
