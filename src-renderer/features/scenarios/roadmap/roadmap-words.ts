import { formatCompactMoney, formatCount, formatNumber, formatShare } from '../../../lib/format';
import type { RoadmapCheck, StagedWork } from './roadmap-check';

export interface SumRow {
  readonly label: string;
  readonly text: string;
  readonly strong?: boolean;
}

/** From what the plan spends down to what nobody has explained. */
export function sumRows({ sums, named, unexplained }: RoadmapCheck, currency: string, week: number): readonly SumRow[] {
  const money = (value: number): string => formatCompactMoney(value, currency);
  const weeks = (count: number): string => `${formatNumber(count)} person-weeks`;
  return [
    { label: 'The plan spends: investment and cost lines', text: money(sums.planTotal), strong: true },
    {
      label: `The roadmap’s ${weeks(sums.roadmapWeeks)} at ${money(week)}`,
      text: money(sums.roadmapCost),
    },
    { label: 'of that, in the plan as cost lines', text: money(sums.coveredByLines) },
    { label: 'of that, paid by the investment', text: money(sums.coveredByInvestment) },
    ...named.map(({ label, amount }) => ({ label: `Named: ${label}`, text: money(amount) })),
    ...(sums.short > 0
      ? [{ label: 'The plan is short of its own roadmap by', text: money(sums.short), strong: true }]
      : [{ label: 'Not explained by anything', text: money(unexplained), strong: true }]),
  ];
}

/** What the sums come to, in a sentence. */
export function restWords({ sums, unexplained }: RoadmapCheck, currency: string, week: number): string {
  const money = (value: number): string => formatCompactMoney(value, currency);
  if (sums.short > 0) return `The plan is short of its own roadmap by ${money(sums.short)}.`;
  if (unexplained <= 0 || sums.planTotal <= 0) return 'Everything that the plan spends has a name.';
  const weeks = week > 0 ? `, as much as ${formatNumber(unexplained / week)} person-weeks` : '';
  return `${money(unexplained)} of it, ${formatShare(unexplained / sums.planTotal)}, has no name yet${weeks}: licences, set-up, migration, training or a reserve.`;
}

/** Months and builders of the roadmap beside those of the plan. */
export function monthsWords({ roadmapMonths, planMonths, builderYears }: RoadmapCheck): string {
  const apart = Math.abs(roadmapMonths - planMonths);
  const said = `The roadmap closes its last gap after ${formatCount(roadmapMonths, 'month')}; the plan has the level in full after ${formatCount(planMonths, 'month')}`;
  const gap = apart === 0 ? '' : `, ${formatCount(apart, 'month')} ${planMonths > roadmapMonths ? 'later' : 'sooner'}`;
  return `${said}${gap}. Its weeks are ${formatNumber(builderYears, 1)} people for a year, who build: they are not among the people of the options.`;
}

/** The work of the two steps, and how much of the first serves the second. */
export function stagedWords({ first, second, firstWeeks, onlySecondWeeks, reuse }: StagedWork): string {
  const [a, b] = [first.slice(1), second.slice(1)];
  const said = `Level ${a}, then ${b}: ${formatNumber(firstWeeks)} person-weeks at the first step, and ${formatNumber(onlySecondWeeks)} that only level ${b} needs at the second.`;
  return reuse === null
    ? said
    : `${said} ${formatShare(reuse)} of the first step’s weeks serve level ${b} as well; the comparison counts with all of them, and beside it with none.`;
}
