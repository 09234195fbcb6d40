import { dayNumber } from '#domain/base/calendar';
import type { Health } from '#domain/vocabulary';
import { byText } from '../models/held/coded';
import type { HeldModels } from '../models/held/held-models';
import type { HealthCountSince } from './changes-since';
import { inProduction, notRetired, tierIn } from './held-counts';

/** See `countHealthSince`. */
export function healthSinceIn(held: HeldModels, health: Health, since: string): HealthCountSince {
  const serves = inProduction(held);
  const has = byText(held.coded.health, (own) => own === health);
  const day = dayNumber(Date.parse(since));
  const { healthSinceDay } = held.whole;
  let [total, fresh] = [0, 0];
  for (const slot of held.order) {
    if (!has(slot) || !serves(slot)) continue;
    total += 1;
    if ((healthSinceDay[slot] ?? 0) > day) fresh += 1;
  }
  return { total, fresh };
}

/** See `countNewlyOverdue`. */
export function newlyOverdueIn(held: HeldModels, from: string, today: string): number {
  const due = byText(held.coded.review_due, (day) => day >= from && day < today);
  return count(held, (slot) => due(slot), notRetired(held));
}

/** Those that `lines('gravest', servesWith(health))` would list, in its order. */
export function idsServingWith(held: HeldModels, health: Health, most: number): readonly string[] {
  const serves = inProduction(held);
  const has = byText(held.coded.health, (own) => own === health);
  return gravest(
    held,
    held.order.filter((slot) => has(slot) && serves(slot)),
    most,
  );
}

/** Those that `lines('review', reviewIsDueBy(day))` would list. */
export function idsDueBy(held: HeldModels, day: string, most: number): readonly string[] {
  const { review_due: due } = held.coded;
  const early = byText(due, (own) => own !== '' && own <= day);
  const asked = notRetired(held);
  const ranks = ranksOf(due.values);
  const rank = (slot: number): number => (ranks[due.codes[slot] ?? 0] ?? 0) * 5 + (tierIn(held, slot) ?? 4);
  return first(
    held,
    held.order.filter((slot) => early(slot) && asked(slot)),
    rank,
    most,
  );
}

/** Ids of the gravest: drifted, then silent, then by tier, and then by id. */
export function gravest(held: HeldModels, slots: Uint32Array, most: number): readonly string[] {
  const drifted = byText(held.coded.health, (health) => health === 'act');
  const silent = byText(held.coded.health, (health) => health === 'silent');
  const rank = (slot: number): number => (drifted(slot) ? 0 : silent(slot) ? 5 : 10) + (tierIn(held, slot) ?? 4);
  return first(held, slots, rank, most);
}

function first(held: HeldModels, slots: Uint32Array, rank: (slot: number) => number, most: number): readonly string[] {
  const ranks = Float64Array.from(slots, rank);
  // Whoever lies behind the last rank that can be listed need not be put in order.
  const last = ranks.toSorted()[Math.min(most, slots.length) - 1] ?? 0;
  return [...slots.keys()]
    .filter((at) => (ranks[at] ?? 0) <= last)
    .sort((a, b) => (ranks[a] ?? 0) - (ranks[b] ?? 0) || held.ids.compare(slots[a] ?? 0, slots[b] ?? 0, false))
    .slice(0, most)
    .map((at) => held.ids.get(slots[at] ?? 0));
}

function count(held: HeldModels, ...wanted: readonly ((slot: number) => boolean)[]): number {
  let found = 0;
  for (const slot of held.order) if (wanted.every((one) => one(slot))) found += 1;
  return found;
}

/** For each text its place among all in their order. */
function ranksOf(values: readonly string[]): Uint32Array {
  const ranks = new Uint32Array(values.length);
  [...values.keys()]
    .sort((a, b) => ((values[a] ?? '') < (values[b] ?? '') ? -1 : 1))
    .forEach((code, rank) => {
      ranks[code] = rank;
    });
  return ranks;
}
