import { sayMonth, shiftMonth } from '#domain/base/calendar';
import type { NamedCost, RoadmapCheck, RoadmapSums, StageCheck } from '#domain/scenarios/options/roadmap-check';
import { formatCompactMoney, formatCount, formatNumber, formatShare } from '../../../lib/format';
import { levelName } from '../page/level-words';

export interface SumRow {
  readonly label: string;
  readonly text: string;
  readonly strong?: boolean;
  /** A part that somebody named, and may take away. */
  readonly part?: string;
}

const namedLabel = ({ label, kind }: NamedCost): string =>
  kind === 'line' ? `Cost line: ${label}` : `Named: ${label}`;

/** From what the plan spends down to what nobody has explained. */
export function sumRows(
  { sums, named, unexplained, over }: RoadmapSums,
  currency: string,
  week: number,
): readonly SumRow[] {
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
    ...named.map((one) => ({
      label: namedLabel(one),
      text: money(one.amount),
      ...(one.kind === 'part' ? { part: one.label } : {}),
    })),
    ...(over > 0 ? [{ label: 'Named beyond what the plan has left', text: money(over), strong: true }] : []),
    ...(sums.short > 0
      ? [{ label: 'The plan is short of its own roadmap by', text: money(sums.short), strong: true }]
      : [{ label: 'Without a name', text: money(unexplained), strong: true }]),
  ];
}

/** What the sums come to, in a sentence. */
export function restWords({ sums, unexplained, over }: RoadmapSums, currency: string, week: number): string {
  const money = (value: number): string => formatCompactMoney(value, currency);
  if (sums.short > 0) return `The plan is short of its own roadmap by ${money(sums.short)}.`;
  if (over > 0) return `More is named than the plan has left beside its roadmap, by ${money(over)}.`;
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

export interface StageTable {
  readonly heads: readonly string[];
  readonly rows: readonly { readonly label: string; readonly cells: readonly string[]; readonly strong?: boolean }[];
}

/** What each step of a path pays, what of the roadmap it covers and what is left: the columns add up to the path. */
export function stageTable(stages: readonly StageCheck[], currency: string, startDate: string | undefined): StageTable {
  const when = (month: number): string => {
    if (startDate !== undefined) return sayMonth(shiftMonth(startDate, month));
    return month === 0 ? 'now' : `after ${formatCount(month, 'month')}`;
  };
  const all = (of: (stage: StageCheck) => number, say: (value: number) => string): string[] => [
    ...stages.map((stage) => say(of(stage))),
    say(stages.reduce((sum, stage) => sum + of(stage), 0)),
  ];
  const money = (value: number): string => formatCompactMoney(value, currency);
  const named = (stage: StageCheck): number => stage.named.reduce((sum, { amount }) => sum + amount, 0);
  const short = stages.some(({ sums }) => sums.short > 0);
  const over = stages.some((stage) => stage.over > 0);
  return {
    heads: [
      ...stages.map(
        ({ key, startMonth }, at) => `Step ${at + 1}: ${levelName(key).toLowerCase()}, ${when(startMonth)}`,
      ),
      'In all',
    ],
    rows: [
      { label: 'The plan spends', cells: all(({ sums }) => sums.planTotal, money), strong: true },
      { label: 'Person-weeks of the roadmap', cells: all(({ sums }) => sums.roadmapWeeks, formatNumber) },
      { label: 'The roadmap costs', cells: all(({ sums }) => sums.roadmapCost, money) },
      { label: 'of that, in the plan as cost lines', cells: all(({ sums }) => sums.coveredByLines, money) },
      { label: 'of that, paid by the investment', cells: all(({ sums }) => sums.coveredByInvestment, money) },
      { label: 'Named besides', cells: all(named, money) },
      ...(over ? [{ label: 'Named beyond what is left', cells: all((stage) => stage.over, money) }] : []),
      ...(short ? [{ label: 'Short of its own roadmap by', cells: all(({ sums }) => sums.short, money) }] : []),
      { label: 'Without a name', cells: all(({ unexplained }) => unexplained, money), strong: true },
    ],
  };
}

/** How much of the first step serves the second. */
export function reuseWords(reuse: number | null, first: number, second: number): string {
  const later = `The second step has the gaps, cost lines and names that only level ${second} needs, and pays what level ${first} did not bring.`;
  if (reuse === null)
    return `${later} No weeks are counted with the first: gaps that level ${second} needs closed further are counted whole with it, though some stand before level ${first}.`;
  return `${later} ${formatShare(reuse)} of the first step’s weeks serve level ${second} as well; the comparison counts with all of them, and beside it with none.`;
}
