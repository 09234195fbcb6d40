import { oneOf } from '../base/wording';
import { withItems } from './roadmap';
import type { Roadmap, RoadmapItem } from './roadmap-item';

export interface MovedItem {
  readonly plan: Roadmap;
  /** Where the item stands now. */
  readonly startMonth: number;
  /** The prerequisites that kept it from starting as early as asked. */
  readonly heldBy: readonly string[];
  /** The items that had to start later, because they wait for it. */
  readonly pushed: readonly string[];
  /** '' when nothing but the item itself moved, and to where it was asked to. */
  readonly words: string;
}

const endOf = (item: RoadmapItem): number => item.startMonth + item.months;

/** Starts everything that waits for an item at the item's end or later; repeated until nothing moves. */
function pushDependants(items: readonly RoadmapItem[], from: string): { items: RoadmapItem[]; pushed: string[] } {
  const byId = new Map(items.map((item) => [item.id, item]));
  const pushed = new Set<string>();
  const open = [from];
  for (let id = open.shift(); id !== undefined; id = open.shift()) {
    const moved = byId.get(id);
    if (!moved) continue;
    for (const item of byId.values()) {
      if (!item.dependsOn.includes(id) || item.startMonth >= endOf(moved)) continue;
      byId.set(item.id, { ...item, startMonth: endOf(moved) });
      pushed.add(item.id);
      open.push(item.id);
    }
  }
  return { items: items.map((item) => byId.get(item.id) ?? item), pushed: [...pushed] };
}

function movedWords(item: RoadmapItem, start: number, heldBy: readonly string[], pushed: readonly string[]): string {
  const held =
    heldBy.length > 0
      ? `${item.id} starts in month ${start + 1}, not earlier: it needs ${oneOf(heldBy, 'and')} first.`
      : '';
  const later = pushed.length > 0 ? `Moved later with it: ${oneOf(pushed, 'and')}.` : '';
  return [held, later].filter((text) => text !== '').join(' ');
}

/**
 * Moves an item to another month (0 = first). It is held at the end of its prerequisites, and what waits for it is moved
 * later; items that move earlier pull nothing along. The team's size does not stop a move: the plan tells the overload.
 * Throws a RangeError when the plan has no such item, or the month is not a number.
 */
export function moveItem(plan: Roadmap, id: string, startMonth: number): MovedItem {
  const item = plan.items.find((other) => other.id === id);
  if (!item) throw new RangeError(`The plan has no item "${id}".`);
  if (!Number.isFinite(startMonth)) throw new RangeError(`The month to start ${id} in is not a number.`);
  const asked = Math.max(0, Math.round(startMonth));
  const before = plan.items.filter((other) => item.dependsOn.includes(other.id));
  const start = Math.max(asked, ...before.map(endOf));
  const heldBy = before.filter((other) => endOf(other) > asked).map((other) => other.id);
  const placed = plan.items.map((other) => (other.id === id ? { ...other, startMonth: start } : other));
  const { items, pushed } = pushDependants(placed, id);
  return {
    plan: withItems(plan, items),
    startMonth: start,
    heldBy,
    pushed,
    words: movedWords(item, start, heldBy, pushed),
  };
}
