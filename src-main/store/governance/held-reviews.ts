import type { ReviewEvent } from '#domain/governance/reviews';
import { byText } from '../models/held/coded';
import type { HeldModels } from '../models/held/held-models';
import { inProduction, notRetired } from '../overview/held-counts';
import type { DueCount, DueNames } from './due-reviews';

/** Slots whose regular review is due by a day, without those that are counted elsewhere. */
function dueSlots(held: HeldModels, until: string, except: readonly string[]): Uint32Array {
  const due = byText(held.coded.review_due, (day) => day !== '' && day <= until);
  const asked = notRetired(held);
  const others = new Set(except.map((id) => held.slotOf(id)));
  return held.order.filter((slot) => due(slot) && asked(slot) && !others.has(slot));
}

/** See `countDueBy`. */
export function countDueIn(
  held: HeldModels,
  { today, until, except }: { readonly today: string; readonly until: string; readonly except: readonly string[] },
): readonly DueCount[] {
  const { review_due: due, reviewer, business_owner: business, technical_owner: technical } = held.coded;
  const months = due.values.map((day) => (day < today ? 'overdue' : day.slice(0, 7)));
  const found = new Map<string, DueCount & { count: number }>();
  for (const slot of dueSlots(held, until, except)) {
    const month = months[due.codes[slot] ?? 0] ?? '';
    const owner = business.get(slot) || technical.get(slot);
    const key = `${month} ${reviewer.codes[slot]} ${owner}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else found.set(key, { month, reviewer: reviewer.get(slot), owner, count: 1 });
  }
  return [...found.values()];
}

/** See `namesDueBy`. */
export function namesDueIn(held: HeldModels, until: string, except: readonly string[]): readonly DueNames[] {
  const { reviewer, developer, technical_owner: technical, business_owner: business } = held.coded;
  const found = new Map<string, DueNames & { count: number }>();
  for (const slot of dueSlots(held, until, except)) {
    if (reviewer.codes[slot] === 0) continue;
    const key = `${reviewer.codes[slot]} ${developer.codes[slot]} ${technical.codes[slot]} ${business.codes[slot]}`;
    const known = found.get(key);
    if (known) known.count += 1;
    else
      found.set(key, {
        reviewer: reviewer.get(slot),
        developer: developer.get(slot),
        technical_owner: technical.get(slot),
        business_owner: business.get(slot),
        count: 1,
      });
  }
  return [...found.values()];
}

/** Models in production of which another version went live after their last approval, with that release. */
export function releasesSinceApproval(held: HeldModels): readonly (readonly [modelId: string, event: ReviewEvent])[] {
  const { version, version_since: since, last_approval_at: approved } = held.coded;
  const serves = inProduction(held);
  const found: (readonly [string, ReviewEvent])[] = [];
  for (const slot of held.order) {
    if (since.codes[slot] === 0 || !serves(slot)) continue;
    const [on, before] = [since.get(slot), approved.get(slot)];
    if (before === '' || on > before)
      found.push([
        held.ids.get(slot),
        { kind: 'release', on: on.slice(0, 10), name: version.get(slot), incidentId: null },
      ]);
  }
  return found;
}
