import { pathOf } from '../../scenarios/options/options-question';
import { type RoadmapSums, roadmapChecks, stageChecks } from '../../scenarios/options/roadmap-check';
import type { ReportBlock } from '../content';
import type { ScenarioFacts } from '../facts';
import { type ReportKit, text } from '../kit';

const level = (key: string): string => `Level ${key.slice(1)}`;

/** What the plan spends on a level or a step, down to what nobody has named. */
function sumsWords(
  { write, redact }: ReportKit,
  { sums, named, unexplained, over }: RoadmapSums,
  currency: string,
  whole = '',
): string {
  const money = (value: number): string => write.money(value, currency);
  const parts = named.map(({ label, amount }, at) => `${money(amount)} ${redact.typed(label, `part ${at + 1}`)}`);
  const work =
    sums.roadmapWeeks === 0
      ? `no step of the roadmap is counted here${whole}`
      : `the roadmap’s ${write.counted(sums.roadmapWeeks, 'person-week')} are ${money(sums.roadmapCost)} of it`;
  const spent = `the plan spends ${money(sums.planTotal)}; ${work}`;
  const said = parts.length === 0 ? spent : `${spent}, named besides ${parts.join(', ')}`;
  if (sums.short > 0) return `${said}; the plan is short of its own roadmap by ${money(sums.short)}.`;
  if (over > 0) return `${said}; that is ${money(over)} more than is left.`;
  return unexplained > 0 ? `${said}; ${money(unexplained)} has no name yet.` : `${said}; everything has a name.`;
}

/** The same of one level, as a sentence; '' where no gap asks for it. */
export function restOfLevel(kit: ReportKit, { scenario, gaps }: ScenarioFacts, key: string): string {
  const check = roadmapChecks(scenario.inputs, gaps, scenario.named).find((one) => one.key === key);
  return check ? `${level(key)}: ${sumsWords(kit, check, scenario.currency)}` : '';
}

/**
 * What the investment pays for, by level and by step of the staged path; `null`: no gap asks for a level of the plan.
 *
 * @param before how many steps of the roadmap stand before a level, though a higher one needs them further
 */
export function planRoadmap(
  kit: ReportKit,
  { scenario, gaps }: ScenarioFacts,
  before: (level: number) => number,
): ReportBlock | null {
  const { inputs, named, currency } = scenario;
  const checks = roadmapChecks(inputs, gaps, named);
  if (checks.length === 0) return null;
  const path = pathOf(inputs);
  const stages = path ? stageChecks(inputs, path, gaps, named) : [];
  const when = (month: number): string => (month === 0 ? 'now' : `after ${kit.write.counted(month, 'month')}`);
  const wholeAt = (at: number): string => {
    const count = before(Number(stages[at]?.key.slice(1)));
    const next = stages[at + 1];
    if (count === 0 || next === undefined) return '';
    return `: the ${kit.write.counted(count, 'step that stands', 'steps that stand')} before it ${count === 1 ? 'is' : 'are'} counted whole with ${level(next.key).toLowerCase()}, which needs ${count === 1 ? 'it' : 'them'} further`;
  };
  const steps = stages.map(
    (stage, at) =>
      `Step ${at + 1}, ${level(stage.key).toLowerCase()} ${when(stage.startMonth)}: ${sumsWords(kit, stage, currency, wholeAt(at))}`,
  );
  return text('What the investment pays for', [
    ...checks.map((check) => `${level(check.key)}: ${sumsWords(kit, check, currency)}`),
    ...(steps.length === 0 ? [] : [`In steps. ${steps.join(' ')}`]),
  ]);
}
