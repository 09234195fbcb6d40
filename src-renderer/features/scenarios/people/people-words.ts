import type { Output } from '#contract/index';
import { runCostsApart } from '#domain/scenarios/options/calibration';
import type { PeoplePreview, PeopleReading } from '#domain/scenarios/options/people-question';
import { formatCompactMoney, formatNumber } from '../../../lib/format';
import { levelName } from '../page/level-words';
import type { Scenario } from '../page/scenario-types';

export type People = Output<'scenarios.people'>;

const people = (count: number): string => `${formatNumber(count, 1)} ${count === 1 ? 'person' : 'people'}`;
const models = (count: number): string => `${formatNumber(count, 1)} ${count === 1 ? 'model' : 'models'}`;

/** What the plan takes for granted, beside the question. */
export const impliedWords = ({ implied, models: count }: People): string =>
  `The plan as it stands implies ${people(implied)} for ${models(count)}.`;

/** Noted run costs against the plan's first year; '' where none can be compared. */
export function runCostWords({ runCosts, models: planned }: People, currency: string): string {
  if (runCosts === null || runCosts.ratio === null) return '';
  const { noted, plan, ratio, models: of, inProduction } = runCosts;
  const money = (value: number): string => formatCompactMoney(value, currency);
  const having = of === inProduction ? formatNumber(of) : `${formatNumber(of)} of ${formatNumber(inProduction)}`;
  const taken = of === planned ? '' : `, taken for the plan’s ${formatNumber(planned, 1)},`;
  const said = `Run costs noted of ${having} models${taken} come to ${money(noted)} a year; the plan says ${money(plan)} for its first year without deployments: ${formatNumber(ratio, 2)} times.`;
  if (!runCostsApart(ratio)) return said;
  return `${said} That is far apart: one of the two leaves something out.`;
}

/** What the people per model would be, and what speaks against it. */
export function previewWords({ operateFte, tooFew, notBelow }: PeoplePreview): string {
  const said = [`That is ${formatNumber(operateFte, 3)} people per model beside updates and incidents.`];
  if (tooFew) said.push('The hours that the plan assumes for these alone need more people than there are.');
  if (notBelow.length > 0) {
    const names = notBelow.map((key) => levelName(key).toLowerCase()).join(' and ');
    said.push(`As assumed, ${names} would take no fewer people per model than today.`);
  }
  return said.join(' ');
}

const NAMES = {
  absolute: 'stay as they are assumed',
  inProportion: 'keep their proportion to today',
} as const;

/** One way of reading the levels above, with what it comes to. */
export function readingWords({ above, cheapest, npv }: PeopleReading, currency: string): string {
  const saved = Object.entries(npv).map(
    ([key, amount]) => `level ${key.slice(1)} saves ${formatCompactMoney(amount ?? 0, currency)}`,
  );
  return `${NAMES[above]}: ${levelName(cheapest).toLowerCase()} costs least (${saved.join(', ')} in present value)`;
}

/** The answer as it was kept; `null`: nobody has answered yet. */
export function answeredWords(scenario: Scenario, baseline: string): string | null {
  const item = scenario.items.find(({ path }) => path === `levels.${baseline}.operateFte`);
  if (!item || item.origin.kind === 'assumption') return null;
  if (item.origin.kind === 'measured') return `Measured here: ${item.origin.words}.`;
  return item.origin.note === '' ? `Entered by ${item.by || 'somebody'} without a note.` : item.origin.note;
}
