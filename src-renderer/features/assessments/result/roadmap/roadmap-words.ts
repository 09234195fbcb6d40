import type { RoadmapSettings } from '#domain/assessments/planned-roadmap';
import { busyAt, type Roadmap, type RoadmapItem } from '#domain/assessments/roadmap-item';
import { dueTooEarly, stepOf, TO_BE_NAMED } from '#domain/assessments/roadmap-owners';
import { isCalendarDate, type Month, sayDay, sayMonth, shiftMonth } from '#domain/base/calendar';
import { counted, oneOf } from '#domain/base/wording';
import type { PlanEdit } from './roadmap-plan';

/** `Jan 2027`; months count from 0. */
export function monthName(start: Month, month: number): string {
  return sayMonth(shiftMonth(start, month));
}

/** When an item is worked on: `Jan 2027`, `Jan to Mar 2027`. */
export function spanWords(start: Month, { startMonth, months }: Pick<RoadmapItem, 'startMonth' | 'months'>): string {
  const first = monthName(start, startMonth);
  const last = monthName(start, startMonth + months - 1);
  if (first === last) return first;
  const [firstName, firstYear] = first.split(' ');
  return last.endsWith(firstYear ?? '') ? `${firstName} to ${last}` : `${first} to ${last}`;
}

/** The plan as a finding: `The plan fits in 18 months with 3 people`. */
export function planHeadline({ items, months, horizonMonths, people, overloadedMonths }: Roadmap): string {
  if (items.length === 0) return 'Nothing to plan: every answer meets its target';
  const team = counted(people, 'person', 'people');
  const within = months <= horizonMonths;
  if (within && overloadedMonths.length === 0) return `The plan fits in ${counted(months, 'month')} with ${team}`;
  if (within)
    return `The plan takes ${counted(months, 'month')}, but asks for more than ${team} in ${counted(overloadedMonths.length, 'month')}`;
  return `The plan takes ${counted(months, 'month')} with ${team}, ${months - horizonMonths} more than the ${horizonMonths} wanted`;
}

interface Overload {
  readonly startMonth: number;
  readonly months: number;
  readonly busy: number;
}

/** Neighbouring months with as much work are one stretch. */
function stretches({ items, overloadedMonths }: Roadmap): Overload[] {
  const found: Overload[] = [];
  for (const month of overloadedMonths) {
    const busy = busyAt(items, month);
    const last = found.at(-1);
    if (last && last.busy === busy && last.startMonth + last.months === month) {
      found[found.length - 1] = { ...last, months: last.months + 1 };
    } else {
      found.push({ startMonth: month, months: 1, busy });
    }
  }
  return found;
}

/** The overloaded months by name, with what is asked for: `Mar to May 2027: 4 pieces of work for 3 people`. */
export function overloadWords(plan: Roadmap, start: Month): string[] {
  const team = counted(plan.people, 'person', 'people');
  return stretches(plan).map((one) => `${spanWords(start, one)}: ${one.busy} pieces of work for ${team}`);
}

/** What a bar says to somebody who does not see it. */
export function itemWords(item: RoadmapItem, start: Month): string {
  return `${spanWords(start, item)}, ${counted(item.months, 'month')}, ${counted(item.effortWeeks, 'week')} of work`;
}

/** What happened: where the item is now, what held it back and what was pushed with it. */
export function editWords(plan: Roadmap, start: Month, { id, heldBy, pushed }: Omit<PlanEdit, 'settings'>): string {
  const item = plan.items.find((other) => other.id === id);
  if (!item) return '';
  const held = heldBy.length > 0 ? ` It cannot start earlier: it needs ${oneOf(heldBy, 'and')} first.` : '';
  const later = pushed.length > 0 ? ` Moved later with it, because they wait for it: ${oneOf(pushed, 'and')}.` : '';
  return `${id} is now at ${spanWords(start, item)}.${held}${later}`;
}

/** How far the steps have somebody who answers for them, and which days the plan does not make. */
export function ownersHeadline({ items }: Roadmap, settings: RoadmapSettings): string {
  const without = items.filter(({ id }) => stepOf(settings, id).owner === undefined).length;
  const early = dueTooEarly(items, settings).length;
  const owners =
    without === 0
      ? 'Each step has an owner'
      : without === items.length
        ? 'No step has an owner yet'
        : `${without} of ${counted(items.length, 'step')} still ${without === 1 ? 'needs' : 'need'} an owner`;
  if (early === 0) return owners;
  return `${owners}; ${counted(early, 'is', 'are')} due before the plan has ${early === 1 ? 'it' : 'them'} done`;
}

/** What was named: `The owner of MR5 is Ada.` */
export function namedWords(what: string, value: string): string {
  const said = isCalendarDate(value) ? sayDay(value) : value;
  return `${what} is ${said === '' ? `${TO_BE_NAMED} again` : said}.`;
}
