import { counted } from '../base/wording';
import type { Roadmap, RoadmapItem } from './roadmap-item';

/** Months from the first to the last of the longest chain of items that wait for each other, with people without end. */
export function longestChain(items: readonly RoadmapItem[]): number {
  const ends = new Map<string, number>();
  const endOf = (item: RoadmapItem): number => {
    const known = ends.get(item.id);
    if (known !== undefined) return known;
    const before = items.filter((other) => item.dependsOn.includes(other.id)).map(endOf);
    const end = Math.max(0, ...before) + item.months;
    ends.set(item.id, end);
    return end;
  };
  return Math.max(0, ...items.map(endOf));
}

function lengthWords({ items, months, horizonMonths, people }: Omit<Roadmap, 'words'>): string {
  const team = counted(people, 'person', 'people');
  if (months <= horizonMonths) {
    return `${counted(items.length, 'step')} in ${counted(months, 'month')} for ${team}.`;
  }
  const chain = longestChain(items);
  const late = `The plan takes ${counted(months, 'month')} for ${team}, ${months - horizonMonths} more than the ${horizonMonths} wanted.`;
  return chain > horizonMonths
    ? `${late} More people would not help: the steps that wait for each other take ${chain} alone. Aim for a lower level first, or allow more time.`
    : `${late} Add people, aim for a lower level first, or allow more time.`;
}

function adoptionWords({ months }: Omit<Roadmap, 'words'>): string[] {
  // 12 to 24 months is what organisations report for the capability as a whole, habits included.
  return months < 12
    ? [
        'The work alone ends before the 12 to 24 months in which organisations acquire the capability: plan for its adoption as well.',
      ]
    : [];
}

function governanceWords({ items }: Omit<Roadmap, 'words'>): string[] {
  const starts = items.filter((item) => item.component === 'model_governance').map((item) => item.startMonth);
  const first = Math.min(...starts);
  return starts.length > 0 && first > 0
    ? [
        `Governance starts in month ${first + 1} only. It belongs at the beginning, so that what is built is built to its rules.`,
      ]
    : [];
}

function overloadWords({ overloadedMonths, people }: Omit<Roadmap, 'words'>): string[] {
  const first = overloadedMonths[0];
  if (first === undefined) return [];
  return [
    `${counted(overloadedMonths.length, 'month')} ask for more than ${counted(people, 'person', 'people')}, the first of them month ${first + 1}.`,
  ];
}

/** What a person should know of the plan, the most important first. */
export function planWords(plan: Omit<Roadmap, 'words'>): string[] {
  if (plan.items.length === 0) return ['Nothing to plan: every answer meets its target.'];
  return [lengthWords(plan), ...overloadWords(plan), ...governanceWords(plan), ...adoptionWords(plan)];
}
