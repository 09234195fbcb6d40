import type { DecisionAnswer, LevelAnswer, PathAnswer } from '../../scenarios/options/decision-answer';
import { peopleAnswered } from '../../scenarios/options/people-answered';
import { sayTenths } from '../../scenarios/options/tenths';
import { LEVEL_KEYS, type LevelKey } from '../../scenarios/plan/inputs';
import { sayBehind } from '../../scenarios/plan/say-result';
import type { ChartSeries, ColourToken, ReportBlock, ReportChart } from '../content';
import { crossingOf } from '../crossings';
import type { ScenarioFacts } from '../facts';
import {
  chart,
  left,
  moneyChart,
  type ReportKit,
  right,
  type SectionBuilder,
  sayYears,
  source,
  table,
  text,
} from '../kit';
import { moneySaid, turnsSaid } from '../story/option-words';

const COLOURS: Readonly<Record<LevelKey, ColourToken>> = { L1: 'level1', L2: 'level2', L3: 'level3' };
const levelName = (key: string): string => `Level ${key.slice(1)}`;
const NONE = '–';

const base = { id: 'options', title: 'The options side by side' } as const;

/** Levels and staged paths side by side, with the one sentence in which rule and money are reconciled. */
export const optionsSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { investment } = facts;
  if (investment === null) {
    return {
      ...base,
      headline: 'No investment scenario has been chosen, so there are no options to compare',
      lead: '',
      blocks: [],
      sources: [],
    };
  }
  const { decision, scenario } = investment;
  const { withheld } = scenario.result;
  return {
    ...base,
    headline: write.sentence(withheld ?? decision.words.headline),
    lead: `${withheld === null ? '' : 'As assumed: '}${leadOf(kit, decision)}`,
    blocks: [comparison(kit, investment), running(kit, investment), turns(kit, investment)].filter(
      (block) => block !== null,
    ),
    sources: [
      source(
        'Options, turns, shares of runs',
        'investment.options',
        'every option priced with the same runs; a turn is where another level becomes the cheapest, all else as planned',
        decision.simulation === null
          ? 'no run'
          : `${write.counted(decision.simulation.runs, 'run')}, seed ${decision.simulation.seed}`,
      ),
    ],
  };
};

/** The sentence of every surface up to its turns, which have a block of their own; without amounts where money is not to leave. */
function leadOf(kit: ReportKit, decision: DecisionAnswer): string {
  const { rule, hiring, runs } = decision.words;
  const said = [rule, moneySaid(kit, decision), hiring, runs];
  return kit.write.sentence(said.filter((part) => part !== '').join(' '));
}

export type Option = { readonly id: string; readonly name: string; readonly figures: LevelAnswer | PathAnswer };

export function optionsOf({ levels, paths }: DecisionAnswer): readonly Option[] {
  return [
    ...LEVEL_KEYS.flatMap((id) => {
      const figures = levels[id];
      return figures ? [{ id, name: levelName(id), figures }] : [];
    }),
    ...Object.entries(paths).map(([id, figures]) => ({
      id,
      name: `Level ${id.slice(1, 2)}, then ${id.slice(-1)}`,
      figures,
    })),
  ];
}

const tenths = (share: number | null): string => (share === null ? NONE : sayTenths(share));

function comparison({ write }: ReportKit, { decision, scenario }: ScenarioFacts): ReportBlock {
  const { currency } = scenario;
  const options = optionsOf(decision);
  const [today] = options;
  const peopleKnown = today !== undefined && peopleAnswered(today.id as LevelKey, scenario.items);
  const { digits } = scenario.result;
  // What comes of guesses is rounded to what these carry; what is invested is an input of the plan.
  const money = (value: number | null): string => (value === null ? NONE : write.rounded(value, currency, digits));
  const given = (value: number | null): string => (value === null ? NONE : write.money(value, currency));
  const above = (option: Option, value: number | null): number | null => (option === today ? null : value);
  const share = (option: Option): string =>
    'probabilityCheapest' in option.figures && (option !== today || peopleKnown)
      ? tenths(option.figures.probabilityCheapest)
      : NONE;
  const rows: readonly (readonly [string, (option: Option) => string])[] = [
    ['Investment', (one) => given(above(one, one.figures.investment))],
    ['Deepest point against today’s way', (one) => money(above(one, one.figures.peakFunding))],
    [`Cost over ${write.counted(decision.years, 'year')}`, (one) => money(one.figures.totalCost)],
    [`Present value at ${write.percent(scenario.inputs.discountRate, 1)}`, (one) => money(one.figures.pvCost)],
    ['NPV against today’s way', (one) => money(above(one, one.figures.npvVsL1))],
    ['NPV of the last step', (one) => money(above(one, one.figures.npvVsPrevious))],
    [
      'Paid back against today’s way',
      (one) => {
        if (one === today) return NONE;
        const { paybackVsL1, paybackMonth } = one.figures;
        if (paybackVsL1 === null) return 'not within the plan';
        const behind = sayBehind(paybackVsL1, paybackMonth);
        return `${sayYears(write, paybackVsL1)}${behind === '' ? '' : `, ${behind}`}`;
      },
    ],
    ['Costs least', share],
    [
      `People in ${decision.axis.at(-1)?.name.replace('Year', 'year') ?? 'the last year'}`,
      (one) => write.quantity(one.figures.onAxis.people.at(-1)?.total ?? 0),
    ],
  ];
  return table({
    title: 'What each option costs and gives',
    reading: `Least cost is not most worth${decision.words.hiring === '' ? '' : '; hiring is included'}. The shares are of the runs of this model, not chances of a fact.`,
    columns: [left('', 26), ...options.map(({ name }) => right(name, 16))],
    rows: rows.map(([label, cell]) => [label, ...options.map(cell)]),
    noun: ['figure', 'figures'],
  });
}

/** The years of every table and chart, as the answer's axis has them. */
export const yearNames = ({ axis }: DecisionAnswer): string[] =>
  axis.map(({ name }) => (name.startsWith('Year') ? name.toLowerCase() : name));

/** What an option has cost at the end of each year, from now on. */
function runningCost({ investments, onAxis }: LevelAnswer | PathAnswer): number[] {
  const start = investments.reduce((sum, { month, amount }) => sum + (month === 0 ? amount : 0), 0);
  return [start, ...onAxis.running];
}

/** The difference to the cheapest level: beside the whole cost the turn cannot be seen. */
function running(kit: ReportKit, { decision, scenario }: ScenarioFacts): ReportBlock | null {
  const cheapest = decision.levels[decision.cheapest];
  const [today] = optionsOf(decision);
  if (!cheapest) return null;
  const others = optionsOf(decision).filter(({ id }) => id !== decision.cheapest && id !== today?.id);
  const base = runningCost(cheapest);
  const series = others.map(({ name, id, figures }): ChartSeries => {
    const values = runningCost(figures).map((cost, at) => cost - (base[at] ?? 0));
    return { name, values, colour: id.length > 2 ? 'accent' : COLOURS[id as LevelKey] };
  });
  if (series.length === 0) return null;
  const against = levelName(decision.cheapest).toLowerCase();
  return chart({
    title: `More or less than ${against}`,
    reading: 'Running sum, undiscounted: above 0 it has cost more so far.',
    shape: 'lines',
    categories: ['now', ...yearNames(decision)],
    ...moneyChart(kit, series, scenario.currency),
    ...evens(kit, series, against),
    alt: `What the other options have cost more than ${against}: ${series.map(({ name, values }) => `${name} ${kit.write.money(values.at(-1) ?? 0, scenario.currency)} at the end`).join(', ')}.`,
  });
}

/** Where another option has cost no more than the cheapest level any longer. */
function evens(
  { redact }: ReportKit,
  series: readonly ChartSeries[],
  against: string,
): Pick<ReportChart, 'marks' | 'categoryTitle'> {
  if (redact.choice.money) return {};
  const marks = series.flatMap(({ name, values }) => {
    const sums = values.map((value) => value ?? 0);
    const found = crossingOf(
      sums,
      sums.map(() => 0),
    );
    return found === null
      ? []
      : [{ at: found.at, value: 0, label: `${name} has cost less than ${against} from here on` }];
  });
  return marks.length === 0 ? {} : { marks, categoryTitle: '' };
}

const turns = (kit: ReportKit, facts: ScenarioFacts): ReportBlock =>
  text('Where the answer turns', [kit.write.sentence(turnsSaid(kit, facts))]);
