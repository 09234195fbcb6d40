import { type AttentionThen, attentionThen } from '#domain/attention/attention-then';
import type { NamedIncident, TroubledModel } from '#domain/attention/troubled-model';
import { daysPassed } from '#domain/base/calendar';
import { openByModel } from '#domain/incidents/open-by-model';
import { OLD_DAYS, openIncidents } from '#domain/incidents/open-incidents';
import type { Health } from '#domain/vocabulary';
import type { IncidentSnapshot } from '../../store/incidents/register';
import type { ReadHandle } from '../../store/journal/handle';
import type { ModelAsOf } from '../../store/models/as-of';
import { asTier } from '../../store/models/cells';
import type { Followed } from './follows';
import { STALLED_DAYS } from './gather-attention';
import { openRetraining, rowsOf } from './gather-rows';

export interface Then {
  readonly models: readonly ModelAsOf[];
  readonly health: ReadonlyMap<string, Health>;
}

/** What needed attention at the end of a past day, as far as it is noted. */
export async function gatherThen(
  read: ReadHandle,
  at: string,
  register: IncidentSnapshot,
  { models, health }: Then,
  followed: Followed | null,
): Promise<AttentionThen> {
  const day = at.slice(0, 10);
  const atMs = Date.parse(at);
  const open = openByModel(register.incidents, atMs);
  const retraining: ReadonlyMap<string, TroubledModel['retraining']> = await openRetraining(read, day, day);
  const asks = ({ severity, openedAt }: NamedIncident): boolean =>
    (severity !== null && severity <= 2) || daysPassed(openedAt, at) > OLD_DAYS;
  const then = attentionThen({
    day,
    stalledDays: STALLED_DAYS,
    asks,
    models: models.map((model) => ({
      ...model,
      tier: asTier(model.tier),
      health: health.get(model.id) ?? 'unknown',
      retraining: retraining.get(model.id) ?? null,
      incidents: open.get(model.id) ?? [],
    })),
    incidentsOfNone: (open.get('') ?? []).filter(asks),
    ...(open.size > 0 && { incidents: openIncidents(register.incidents, register.models, atMs, atMs) }),
    ...(followed && { always: followed.models }),
  });
  return { ...then, rows: rowsOf(then.rows, followed) };
}
