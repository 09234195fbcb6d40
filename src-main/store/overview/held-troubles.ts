import type { Tier } from '#domain/vocabulary';
import { byText } from '../models/held/coded';
import type { HeldModels } from '../models/held/held-models';
import { inProduction, monitoringIn, tierIn } from './held-counts';
import { FLAGS, type Flag, type SharedTrouble, type TroubleQuery } from './trouble-flags';

/** The same of a model in memory as `flags` and `hasGoneWrong` say of a row; a test holds the two against each other. */
export interface HeldTroubles {
  has(flag: Flag, slot: number): boolean;
  hasGoneWrong(slot: number): boolean;
}

export function heldTroubles(held: HeldModels, query: TroubleQuery): HeldTroubles {
  const { coded } = held;
  const { last_approval_at: approved, stage_since: since } = coded;
  const serves = inProduction(held);
  const validated = byText(coded.stage, (stage) => stage === 'validation');
  const retired = byText(coded.stage, (stage) => stage === 'retired');
  const past = byText(coded.review_due, (day) => day !== '' && day < query.today);
  const early = byText(since, (at) => at !== '' && at < query.stalledBefore);
  const grave = byText(coded.health, (health) => health === 'act' || health === 'silent');
  const named = new Set(query.named.map((id) => held.slotOf(id)));
  const tests: Readonly<Record<Flag, (slot: number) => boolean>> = {
    unmonitored: (slot) => serves(slot) && monitoringIn(held, slot) === 'not_monitored',
    overdue: (slot) => past(slot) && !retired(slot),
    waiting: (slot) => {
      const tier = tierIn(held, slot);
      if (tier === null || !validated(slot) || !query.gated.includes(tier)) return false;
      const [approval, began] = [approved.get(slot), since.get(slot)];
      return approval === '' || (began !== '' && approval < began);
    },
    stalled: (slot) => validated(slot) && early(slot),
  };
  return {
    has: (flag, slot) => tests[flag](slot),
    hasGoneWrong: (slot) => (grave(slot) && serves(slot)) || named.has(slot),
  };
}

/** See `countShared` of `troubled-models.ts`. */
export function countSharedIn(held: HeldModels, troubles: HeldTroubles): readonly SharedTrouble[] {
  const byTier = new Map<Tier | null, Record<Flag, number>>();
  for (const slot of held.order) {
    if (troubles.hasGoneWrong(slot)) continue;
    const tier = tierIn(held, slot);
    const counts = byTier.get(tier) ?? { unmonitored: 0, overdue: 0, waiting: 0, stalled: 0 };
    byTier.set(tier, counts);
    for (const flag of FLAGS) if (troubles.has(flag, slot)) counts[flag] += 1;
  }
  return [...byTier].flatMap(([tier, counts]) => FLAGS.map((flag) => ({ flag, tier, count: counts[flag] })));
}
