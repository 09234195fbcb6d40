import { addDays } from '../base/calendar';
import { isDoubtfulSince } from '../base/doubtful-date';
import type { DatePrecision } from '../base/period';
import type { OpenIncidents } from '../incidents/open-incidents';
import { isInProduction } from '../models/lifecycle';
import { monitoringOf } from '../models/monitoring';
import { type Health, type Stage, TIERS, type Tier } from '../vocabulary';
import { rankedItems } from './attention';
import type { HealthGroup } from './attention-drift';
import type { AttentionExample, RankedItem } from './attention-item';
import { type AttentionRow, attentionRows, NAMED_AT_MOST, nameKey } from './attention-rows';
import type { NamedIncident, TroubledModel } from './troubled-model';

/** A model as it was at the end of a past day. Owner and tier are those of today: nobody noted older ones by day. */
export interface ModelThen {
  readonly id: string;
  readonly name: string;
  readonly tier: Tier | null;
  readonly owner: string;
  readonly stage: Stage;
  /** ISO; `null` = not known. */
  readonly stageSince: string | null;
  readonly stageSincePrecision: DatePrecision;
  readonly health: Health;
  readonly monitoringKnown: boolean;
  readonly retraining: TroubledModel['retraining'];
  /** Open then, the gravest first. */
  readonly incidents: readonly NamedIncident[];
}

export interface AttentionThenInput {
  /** ISO day. */
  readonly day: string;
  readonly models: readonly ModelThen[];
  /** Grave or old then, and of no known model. */
  readonly incidentsOfNone: readonly NamedIncident[];
  /** Left out: none had been registered by then. */
  readonly incidents?: OpenIncidents;
  /** Days in validation after which work is called stalled. */
  readonly stalledDays: number;
  /** Models that are named, however many share their trouble. */
  readonly always?: ReadonlySet<string>;
  /** Whether an open incident asks for attention by its own. */
  readonly asks: (incident: NamedIncident) => boolean;
}

export interface AttentionThen {
  readonly matters: readonly RankedItem[];
  readonly rows: readonly AttentionRow[];
}

interface Flagged {
  readonly model: ModelThen;
  readonly unmonitored: boolean;
  readonly stalled: boolean;
}

const TIERS_AND_NONE: readonly (Tier | null)[] = [...TIERS, null];
const example = (models: readonly ModelThen[]): AttentionExample | null => {
  const [first] = models;
  return first ? { id: first.id, name: first.name } : null;
};
/** The earliest date that is no slip. */
const oldest = (models: readonly ModelThen[], day: string): string | null =>
  models
    .flatMap(({ stageSince }) => (stageSince !== null && !isDoubtfulSince(stageSince, day) ? [stageSince] : []))
    .sort()[0] ?? null;

/**
 * What needed attention at the end of a past day: what had drifted, was silent, waited for retraining, had an open incident,
 * was not monitored or rested in validation. Reviews, approvals and gaps in the fields are left out: which were due or empty
 * on that day is not noted. Since when a model had drifted, and by which figure, is not kept either.
 */
export function attentionThen(input: AttentionThenInput): AttentionThen {
  const { day, models, incidentsOfNone, incidents, stalledDays, asks, always } = input;
  const before = addDays(day, -stalledDays);
  const serving = models.filter(({ stage }) => isInProduction(stage));
  const flagged = models.map(
    (model): Flagged => ({
      model,
      unmonitored: isInProduction(model.stage) && monitoringOf(model) === 'not_monitored',
      stalled: model.stage === 'validation' && model.stageSince !== null && model.stageSince < before,
    }),
  );
  const bare = new Map(
    TIERS_AND_NONE.map((tier) => [
      tier,
      flagged.flatMap(({ model, unmonitored }) => (unmonitored && model.tier === tier ? [model] : [])),
    ]),
  );
  const stalled = flagged.flatMap(({ model, stalled: rests }) => (rests ? [model] : []));
  const ofHealth = (health: Health): HealthGroup[] =>
    TIERS_AND_NONE.flatMap((tier) => {
      const group = serving.filter((model) => model.health === health && model.tier === tier);
      return group.length === 0 ? [] : [{ tier, count: group.length, oldestSince: null, example: example(group) }];
    });
  const due = models.filter(({ retraining }) => retraining !== null && !retraining.inWork);
  const late = models.filter(({ retraining }) => retraining?.overdueSince != null);
  const unknown = serving.filter((model) => monitoringOf(model) === 'unknown');
  const matters = rankedItems({
    today: day,
    inProduction: serving.length,
    unmonitoredByTier: [...bare].flatMap(([tier, group]) =>
      group.length === 0
        ? []
        : [{ tier, count: group.length, oldestSince: oldest(group, day), example: example(group) }],
    ),
    monitoringUnknown: { count: unknown.length, oldestSince: oldest(unknown, day), example: example(unknown) },
    reviewsOverdue: { count: 0, tier1: 0, oldestDue: null },
    reviewsDueThisQuarter: { count: 0, firstDue: null, quarterEnd: day },
    waitingForApproval: { count: 0, example: null },
    withoutOwner: { inProduction: 0 },
    withoutTier: { inProduction: 0 },
    withoutFrequency: { inProduction: 0 },
    stalled: { count: stalled.length, oldestSince: oldest(stalled, day), example: example(stalled) },
    drift: {
      driftedByTier: ofHealth('act'),
      silentByTier: ofHealth('silent'),
      retrainingDue: {
        count: due.length,
        oldestSince: due[0]?.retraining?.since ?? null,
        example: example(due),
        words: null,
      },
      retrainingOverdue: {
        count: late.length,
        oldestSince: late[0]?.retraining?.overdueSince ?? null,
        example: example(late),
        owner: late[0]?.owner ?? '',
      },
    },
    ...(incidents && { incidents }),
  });
  const few = new Set(
    [...bare].flatMap(([tier, group]) => (group.length <= NAMED_AT_MOST ? [nameKey('unmonitored', tier)] : [])),
  );
  if (stalled.length <= NAMED_AT_MOST) few.add(nameKey('stalled', null));
  const troubled = flagged.flatMap((one): TroubledModel[] => {
    const { model } = one;
    const gone =
      (isInProduction(model.stage) && (model.health === 'act' || model.health === 'silent')) ||
      model.incidents.some(asks) ||
      (model.retraining !== null && (!model.retraining.inWork || model.retraining.overdueSince !== null));
    const isNamed =
      gone ||
      always?.has(model.id) === true ||
      (one.unmonitored && few.has(nameKey('unmonitored', model.tier))) ||
      (one.stalled && few.has(nameKey('stalled', null)));
    return isNamed ? [toTroubled(one)] : [];
  });
  return { matters, rows: attentionRows({ today: day, models: troubled, incidentsOfNone, matters, named: few }) };
}

function toTroubled({ model, unmonitored, stalled }: Flagged): TroubledModel {
  const { id, name, tier, owner, stage, stageSince, stageSincePrecision: precision, health } = model;
  const serves = isInProduction(stage);
  return {
    id,
    name,
    tier,
    owner,
    drifted: serves && health === 'act' ? { figure: 'beyond a limit to act', since: null } : null,
    silent: serves && health === 'silent' ? { since: null, lastResult: null } : null,
    retraining: model.retraining,
    incidents: model.incidents,
    unmonitored: unmonitored ? { since: stageSince, precision, neverMeasured: false } : null,
    tooFewRows: false,
    reviewOverdueSince: null,
    waiting: false,
    stalled: stalled && stageSince !== null ? { since: stageSince, precision } : null,
  };
}
