import { plausibleFrom } from '#domain/base/doubtful-date';
import { DATE_PRECISIONS } from '#domain/base/period';
import { isInProduction } from '#domain/models/lifecycle';
import { monitoringOf } from '#domain/models/monitoring';
import type { Monitoring, Stage, Tier } from '#domain/vocabulary';
import type { DriftCounts } from '../drift/health';
import { asFrequency, asHealth, asKind, asTier } from '../models/cells';
import { byText } from '../models/held/coded';
import { NONE } from '../models/held/columns';
import type { HeldModels } from '../models/held/held-models';
import type { CountedModels, Group, Matters, MattersAsked, ReviewCounts } from './counts';

/** The same counts as those of `counts.ts`, over columns in memory; a test holds the two against each other. */

const numberIn = (column: Int32Array, slot: number): number | null => {
  const value = column[slot];
  return value === undefined || value === NONE ? null : value;
};

export const stageIn = (held: HeldModels, slot: number): Stage => held.coded.stage.get(slot) as Stage; // a column of stages
export const tierIn = (held: HeldModels, slot: number): Tier | null => asTier(numberIn(held.whole.tier, slot));

export const inProduction = (held: HeldModels): ((slot: number) => boolean) =>
  byText(held.coded.stage, (stage) => isInProduction(stage as Stage)); // a column of stages

export const notRetired = (held: HeldModels): ((slot: number) => boolean) =>
  byText(held.coded.stage, (stage) => stage !== 'retired');

export function monitoringIn(held: HeldModels, slot: number): Monitoring | null {
  return monitoringOf({
    stage: stageIn(held, slot),
    monitoringKnown: held.whole.monitoringKnown[slot] === 1,
    health: asHealth(held.coded.health.get(slot)),
  });
}

/** See `countByStageTierUnit`. */
export function countAlike(held: HeldModels): readonly CountedModels[] {
  const { stage, unit, kind, update_frequency: frequency, health } = held.coded;
  const { tier, monitoringKnown } = held.whole;
  const parts = [
    [unit.codes, unit.values.length],
    [kind.codes, kind.values.length],
    [frequency.codes, frequency.values.length],
    [health.codes, health.values.length],
    [stage.codes, stage.values.length],
  ] as const;
  const counts = new Map<number, { readonly slot: number; count: number }>();
  for (const slot of held.order) {
    let key = (tier[slot] === NONE ? 0 : (tier[slot] ?? 0)) * 2 + (monitoringKnown[slot] ?? 0);
    for (const [codes, most] of parts) key = key * most + (codes[slot] ?? 0);
    const group = counts.get(key);
    if (group) group.count += 1;
    else counts.set(key, { slot, count: 1 });
  }
  return [...counts.values()]
    .map(({ slot, count }) => ({
      stage: stageIn(held, slot),
      tier: tierIn(held, slot),
      unit: unit.get(slot),
      kind: asKind(kind.get(slot)),
      frequency: asFrequency(frequency.get(slot) || null),
      health: asHealth(health.get(slot)),
      monitoringKnown: monitoringKnown[slot] === 1,
      count,
    }))
    .sort(inOrder);
}

/** As the file's index of stages has them; nothing comes before anything. */
const inOrder = (a: CountedModels, b: CountedModels): number =>
  text(a.stage, b.stage) ||
  (a.tier ?? 0) - (b.tier ?? 0) ||
  text(a.unit, b.unit) ||
  text(a.kind ?? '', b.kind ?? '') ||
  text(a.frequency ?? '', b.frequency ?? '') ||
  text(a.health, b.health) ||
  Number(a.monitoringKnown) - Number(b.monitoringKnown);

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Counts one group of models after the other. */
class Grouping {
  private count = 0;
  private doubtful = 0;
  private oldest: string | null = null;
  private id = -1;
  private name = -1;

  constructor(
    private readonly held: HeldModels,
    private readonly plausible: string,
  ) {}

  add(slot: number): void {
    const { ids, names, coded } = this.held;
    this.count += 1;
    if (this.id === -1 || ids.compare(slot, this.id, false) < 0) this.id = slot;
    if (this.name === -1 || names.compare(slot, this.name, false) < 0) this.name = slot;
    const since = coded.stage_since.get(slot);
    if (since === '') return;
    if (since < this.plausible) this.doubtful += 1;
    else {
      const told = `${since} ${coded.stage_since_precision.get(slot)}`;
      if (this.oldest === null || told < this.oldest) this.oldest = told;
    }
  }

  get group(): Group {
    const [since = null, known] = this.oldest === null ? [] : this.oldest.split(' ');
    return {
      count: this.count,
      doubtful: this.doubtful,
      oldestSince: since,
      oldestPrecision: DATE_PRECISIONS.find((precision) => precision === known) ?? 'day',
      example: this.count === 0 ? null : { id: this.held.ids.get(this.id), name: this.held.names.get(this.name) },
    };
  }
}

/** What asks for attention, of all models in one go. */
export function countMatters(held: HeldModels, { today, stalledBefore, gated }: MattersAsked): Matters {
  const { coded, whole } = held;
  const { last_approval_at: approved, stage_since: since } = coded;
  const plausible = plausibleFrom(today);
  const grouping = (): Grouping => new Grouping(held, plausible);
  const serves = inProduction(held);
  const validated = byText(coded.stage, (stage) => stage === 'validation');
  const early = byText(since, (at) => at !== '' && at < stalledBefore);
  const unowned = [coded.business_owner.codes, coded.technical_owner.codes];
  const unmonitored = new Map<Tier | null, Grouping>();
  const [unknown, stalled, waiting] = [grouping(), grouping(), grouping()];
  const gaps = { withoutOwner: 0, withoutTier: 0, withoutFrequency: 0 };
  const health = new Map<string, HealthGroup>();
  for (const slot of held.order) {
    const tier = tierIn(held, slot);
    if (validated(slot)) {
      if (early(slot)) stalled.add(slot);
      const approval = approved.get(slot);
      const waits = approval === '' || (since.get(slot) !== '' && approval < since.get(slot));
      if (tier !== null && gated.includes(tier) && waits) waiting.add(slot);
    }
    if (!serves(slot)) continue;
    const monitoring = monitoringIn(held, slot);
    if (monitoring === 'not_monitored') groupIn(unmonitored, tier, grouping).add(slot);
    if (monitoring === 'unknown') unknown.add(slot);
    if (unowned.every((codes) => codes[slot] === 0)) gaps.withoutOwner += 1;
    if (whole.tier[slot] === NONE) gaps.withoutTier += 1;
    if (coded.update_frequency.codes[slot] === 0) gaps.withoutFrequency += 1;
    const own = coded.health.get(slot);
    groupIn(health, `${own} ${tier ?? 0}`, () => new HealthGroup(held, own, tier)).add(slot);
  }
  return {
    unmonitored: [...unmonitored]
      .sort(([a], [b]) => (a ?? 0) - (b ?? 0))
      .map(([tier, group]) => ({ tier, ...group.group })),
    monitoringUnknown: unknown.group,
    stalled: stalled.group,
    waiting: waiting.group,
    gaps,
    health: [...health].sort(([a], [b]) => text(a, b)).map(([, group]) => group.counts),
  };
}

class HealthGroup {
  private readonly grouping: Grouping;
  private since: number | null = null;

  constructor(
    private readonly held: HeldModels,
    private readonly health: string,
    private readonly tier: Tier | null,
  ) {
    this.grouping = new Grouping(held, '');
  }

  add(slot: number): void {
    this.grouping.add(slot);
    const since = numberIn(this.held.whole.healthSinceDay, slot);
    if (since !== null && (this.since === null || since < this.since)) this.since = since;
  }

  get counts(): DriftCounts {
    const { count, example } = this.grouping.group;
    return { health: asHealth(this.health), tier: this.tier, count, oldestSince: this.since, example };
  }
}

function groupIn<K, G>(groups: Map<K, G>, key: K, make: () => G): G {
  const known = groups.get(key);
  if (known) return known;
  const made = make();
  groups.set(key, made);
  return made;
}

/** See `countReviews` of `counts.ts`. */
export function reviewsIn(held: HeldModels, today: string, quarterEnd: string): ReviewCounts {
  const { review_due: due } = held.coded;
  const plausible = plausibleFrom(today);
  const retired = byText(held.coded.stage, (stage) => stage === 'retired');
  const past = byText(due, (day) => day !== '' && day < today);
  const coming = byText(due, (day) => day >= today && day <= quarterEnd);
  const found = { overdue: 0, overdueTier1: 0, doubtful: 0, thisQuarter: 0 };
  let [oldestDue, firstDue]: (string | null)[] = [null, null];
  for (const slot of held.order) {
    if (due.codes[slot] === 0 || retired(slot)) continue;
    const day = due.get(slot);
    if (past(slot)) {
      found.overdue += 1;
      if (held.whole.tier[slot] === 1) found.overdueTier1 += 1;
      if (day < plausible) found.doubtful += 1;
      else if (oldestDue === null || oldestDue === undefined || day < oldestDue) oldestDue = day;
    } else if (coming(slot)) {
      found.thisQuarter += 1;
      if (firstDue === null || firstDue === undefined || day < firstDue) firstDue = day;
    }
  }
  return { ...found, oldestDue: oldestDue ?? null, firstDue: firstDue ?? null };
}

/** See `countNeverMeasured`: of all models in production. */
export function neverMeasuredIn(held: HeldModels, upTo: number): number {
  const { firstResultDay } = held.whole;
  const serves = inProduction(held);
  let count = 0;
  for (const slot of held.order) {
    if (!serves(slot)) continue;
    const first = numberIn(firstResultDay, slot);
    if (first === null || first > upTo) count += 1;
  }
  return count;
}
