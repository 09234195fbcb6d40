import type { Settings } from '#contract/portfolio/settings';
import type { RankedItem } from '#domain/attention/attention-item';
import { type AttentionRow, attentionRows, NAMED_AT_MOST, nameKey } from '#domain/attention/attention-rows';
import type { NamedIncident, TroubledModel } from '#domain/attention/troubled-model';
import { daysPassed, isoDay, sayDay } from '#domain/base/calendar';
import { sayShortFigure } from '#domain/drift/health-words';
import { openByModel } from '#domain/incidents/open-by-model';
import { OLD_DAYS } from '#domain/incidents/open-incidents';
import { isInProduction } from '#domain/models/lifecycle';
import { listRetraining } from '../../store/drift/retraining';
import type { IncidentSnapshot } from '../../store/incidents/register';
import type { ReadHandle } from '../../store/journal/handle';
import type { HeldModels } from '../../store/models/held/held-models';
import type { ModelLine } from '../../store/overview/model-lines';
import { listTroubledModels } from '../../store/overview/troubled-models';
import type { Followed } from './follows';
import { gatedTiers, stalledBefore } from './gather-attention';

/** More rows than anybody reads on one page. */
export const MOST_ROWS = 100;

/** The matters that a flag of a model stands behind. */
const KIND_OF = {
  unmonitored: 'unmonitored',
  overdue: 'reviews_overdue',
  waiting: 'waiting_for_approval',
  stalled: 'stalled',
} as const;

/** Where the retraining of models stands of which somebody still has to do something; `asOf`: stood at the end of a past day. */
export async function openRetraining(
  read: ReadHandle,
  today: string,
  asOf?: string,
): Promise<ReadonlyMap<string, NonNullable<TroubledModel['retraining']>>> {
  const items = await listRetraining(read, { open: true, today, asOf });
  return new Map(
    items.map(({ model_id, opened_at, until, standing, owner }) => [
      model_id,
      {
        since: opened_at,
        inWork: standing.state === 'in_work',
        overdueSince: standing.overdue ? until : null,
        words: `In work by ${owner}, was to be live by ${until === null ? 'no day' : sayDay(until)}`,
      },
    ]),
  );
}

/** Of the rows those of what somebody follows; `null`: all. */
export const rowsOf = (rows: readonly AttentionRow[], followed: Followed | null): readonly AttentionRow[] =>
  followed === null
    ? rows
    : rows.filter(({ modelId, incidents }) =>
        modelId === null
          ? incidents.length > 0 && incidents.every(({ id }) => followed.incidents.has(id))
          : followed.models.has(modelId) || incidents.some(({ id }) => followed.incidents.has(id)),
      );

/** What needs attention first, a row a model. */
export async function gatherRows(
  read: ReadHandle,
  now: string,
  settings: Settings,
  register: IncidentSnapshot,
  matters: readonly RankedItem[],
  followed: Followed | null = null,
  held: HeldModels | null = null,
): Promise<{ readonly total: number; readonly rows: readonly AttentionRow[] }> {
  const today = now.slice(0, 10);
  const asks = ({ severity, openedAt }: NamedIncident): boolean =>
    (severity !== null && severity <= 2) || daysPassed(openedAt, now) > OLD_DAYS;
  const open = openByModel(register.incidents);
  const retraining = await openRetraining(read, today);
  const withIncident = [...open].flatMap(([id, own]) => (id !== '' && own.some(asks) ? [id] : []));
  const waiting = [...retraining].flatMap(([id, { inWork, overdueSince }]) =>
    inWork && overdueSince === null ? [] : [id],
  );
  // A model that is followed is named, however many share its trouble.
  const named = [...new Set([...withIncident, ...waiting, ...(followed?.models ?? [])])];
  const query = { today, stalledBefore: stalledBefore(today), gated: gatedTiers(settings), named };
  const { rows: found, complete } = await listTroubledModels(read, query, NAMED_AT_MOST, held);
  const rows = attentionRows({
    today,
    models: found.map((row) => toTroubled(row, open.get(row.id) ?? [], retraining.get(row.id) ?? null)),
    incidentsOfNone: (open.get('') ?? []).filter(asks),
    matters,
    named: new Set([...complete].map(toNameKey)),
  });
  const own = rowsOf(rows, followed);
  return { total: own.length, rows: own.slice(0, MOST_ROWS) };
}

/** `unmonitored 1` and `overdue` as the rows call them. */
function toNameKey(key: string): string {
  const [flag, tier] = key.split(' ') as [keyof typeof KIND_OF, string | undefined]; // made by the store
  const rated = tier === '1' || tier === '2' || tier === '3' ? (Number(tier) as 1 | 2 | 3) : null;
  return nameKey(KIND_OF[flag], rated);
}

function toTroubled(
  row: ModelLine,
  incidents: readonly NamedIncident[],
  retraining: TroubledModel['retraining'],
): TroubledModel {
  const serving = isInProduction(row.stage);
  const since = row.healthSince === null ? null : isoDay(row.healthSince);
  return {
    id: row.id,
    name: row.name,
    tier: row.tier,
    owner: row.owner,
    drifted:
      serving && row.health === 'act'
        ? { figure: row.worst ? sayShortFigure(row.worst) : 'beyond a limit to act', since }
        : null,
    silent:
      serving && row.health === 'silent'
        ? { since, lastResult: row.lastResult === null ? null : new Date(row.lastResult).toISOString() }
        : null,
    retraining,
    incidents,
    unmonitored: row.unmonitored
      ? { since: row.stageSince, precision: row.stagePrecision, neverMeasured: row.neverMeasured }
      : null,
    tooFewRows: serving && row.tooFewRows,
    reviewOverdueSince: row.overdue ? row.reviewDue : null,
    waiting: row.waiting,
    stalled: row.stalled && row.stageSince !== null ? { since: row.stageSince, precision: row.stagePrecision } : null,
  };
}
