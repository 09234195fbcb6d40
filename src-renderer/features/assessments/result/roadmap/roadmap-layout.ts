import { COMPONENT_LABELS, COMPONENTS, type Component } from '#domain/assessments/components';
import { busyAt, type Roadmap, type RoadmapItem } from '#domain/assessments/roadmap-item';
import { type Month, shiftMonth } from '#domain/base/calendar';
import { monthName } from './roadmap-words';

export interface LayoutRow {
  readonly kind: 'component' | 'item';
  readonly key: string;
  readonly component: Component;
  readonly label: string;
  /** `null` for the row that names a component. */
  readonly item: RoadmapItem | null;
}

export interface LayoutMonth {
  readonly index: number;
  /** `Jan`. */
  readonly short: string;
  /** `Jan 2027`. */
  readonly name: string;
  /** At the first month of the plan and of a year; '' elsewhere, and for a December whose neighbour says it. */
  readonly year: string;
  readonly busy: number;
  readonly overloaded: boolean;
  readonly beyondHorizon: boolean;
}

/** In months to the right and rows down, from the upper left of the first item's month. */
export interface LayoutLine {
  readonly key: string;
  readonly from: string;
  readonly to: string;
  readonly path: string;
}

export interface RoadmapLayout {
  readonly rows: readonly LayoutRow[];
  readonly months: readonly LayoutMonth[];
  readonly lines: readonly LayoutLine[];
}

/** Of a month: how far before the start of what waits the line turns. */
const TURN = 0.18;

/** In the order in which the plan was computed, so that no row jumps while its bar is moved. */
function rowsOf(items: readonly RoadmapItem[]): LayoutRow[] {
  return COMPONENTS.flatMap((component): LayoutRow[] => {
    const own = items.filter((item) => item.component === component);
    if (own.length === 0) return [];
    const head: LayoutRow = {
      kind: 'component',
      key: component,
      component,
      label: COMPONENT_LABELS[component],
      item: null,
    };
    return [
      head,
      ...own.map((item): LayoutRow => ({ kind: 'item', key: item.id, component, label: item.title, item })),
    ];
  });
}

function monthsOf(plan: Roadmap, start: Month): LayoutMonth[] {
  const count = Math.max(plan.months, plan.horizonMonths);
  return Array.from({ length: count }, (_, index) => {
    const name = monthName(start, index);
    const [short = '', year = ''] = name.split(' ');
    const january = shiftMonth(start, index).endsWith('-01');
    return {
      index,
      short,
      name,
      year: january || (index === 0 && !start.endsWith('-12')) ? year : '',
      busy: busyAt(plan.items, index),
      overloaded: plan.overloadedMonths.includes(index),
      beyondHorizon: index >= plan.horizonMonths,
    };
  });
}

/** All that an item waits for, at any remove. */
function ancestors(id: string, byId: ReadonlyMap<string, RoadmapItem>): Set<string> {
  const found = new Set<string>();
  const open = [...(byId.get(id)?.dependsOn ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(byId.get(next)?.dependsOn ?? []));
  }
  return found;
}

/** What an item waits for directly: a line that follows from two others says nothing new. */
export function directPrerequisites(item: RoadmapItem, byId: ReadonlyMap<string, RoadmapItem>): string[] {
  const present = item.dependsOn.filter((id) => byId.has(id));
  return present.filter((id) => !present.some((other) => other !== id && ancestors(other, byId).has(id)));
}

function lineBetween(before: RoadmapItem, after: RoadmapItem, rows: ReadonlyMap<string, number>): LayoutLine[] {
  const [y1, y2] = [rows.get(before.id), rows.get(after.id)];
  if (y1 === undefined || y2 === undefined) return [];
  const [x1, x2] = [before.startMonth + before.months, after.startMonth];
  const path = `M ${x1} ${y1 + 0.5} H ${x2 - TURN} V ${y2 + 0.5} H ${x2}`;
  return [{ key: `${before.id}-${after.id}`, from: before.id, to: after.id, path }];
}

/** Where everything of the plan stands: one row for an item under its component, one column for a month. */
export function layoutOf(plan: Roadmap, start: Month): RoadmapLayout {
  const rows = rowsOf(plan.items);
  const rowOf = new Map(rows.map(({ key }, index) => [key, index]));
  const byId = new Map(plan.items.map((item) => [item.id, item]));
  const lines = plan.items.flatMap((item) =>
    directPrerequisites(item, byId).flatMap((id) => {
      const before = byId.get(id);
      return before ? lineBetween(before, item, rowOf) : [];
    }),
  );
  return { rows, months: monthsOf(plan, start), lines };
}

/** The item after (or, −1, before) another as the rows stand; the same at the end. */
export function neighbour(rows: readonly LayoutRow[], id: string, step: 1 | -1): string {
  const ids = rows.flatMap(({ item }) => (item ? [item.id] : []));
  return ids[ids.indexOf(id) + step] ?? id;
}

/** The month that a bar is let go over; `dx` and `width` in the same unit, `count` months over the width. */
export function monthAfterDrag(from: number, dx: number, width: number, count: number): number {
  if (width <= 0) return from;
  return Math.max(0, from + Math.round((dx / width) * count));
}

/** Months that a key moves a bar by; `null`: not a key that moves it. */
export function monthsOfKey(key: string, shift: boolean): number | null {
  const step = shift ? 3 : 1;
  if (key === 'ArrowRight') return step;
  return key === 'ArrowLeft' ? -step : null;
}
