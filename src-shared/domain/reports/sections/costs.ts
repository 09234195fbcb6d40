import type { LevelAnswer } from '../../scenarios/options/decision-answer';
import { PEOPLE_FIRST, peopleAnswered } from '../../scenarios/options/people-answered';
import { sayTenths } from '../../scenarios/options/tenths';
import { parsePair } from '../../scenarios/plan/comparison-flows';
import { LEVEL_KEYS, type LevelKey } from '../../scenarios/plan/inputs';
import { sayFinding } from '../../scenarios/plan/say-result';
import { runsWords, sayOutsideMiddle } from '../../scenarios/uncertainty/beside-case';
import type { ChartSeries, ColourToken, KeyFigure, ReportBlock, ReportChart } from '../content';
import { crossingOf } from '../crossings';
import type { ScenarioFacts } from '../facts';
import {
  capital,
  chart,
  figure,
  moneyChart,
  type ReportKit,
  type SectionBuilder,
  sayYears,
  scenarioName,
  source,
  text,
  told,
} from '../kit';
import { againstWords } from './against-words';
import { yearNames } from './options';

const COLOURS: Readonly<Record<LevelKey, ColourToken>> = { L1: 'level1', L2: 'level2', L3: 'level3' };
const levelName = (key: string): string => `Level ${key.slice(1)}`;

const base = { id: 'costs', title: 'Cost curves and break-even' } as const;

export const costsSection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { investment } = facts;
  if (investment === null) {
    return {
      ...base,
      headline: 'No investment scenario has been chosen, so there is no cost to show',
      lead: '',
      blocks: [
        text('No plan yet', [
          facts.scenarios === 0
            ? 'Create a scenario under Investment; it starts from the defaults of research and from this portfolio.'
            : `${write.counted(facts.scenarios, 'scenario is', 'scenarios are')} kept, but none is chosen as the plan. Choose one under Investment.`,
        ]),
      ],
      sources: [source('Scenarios', 'scenarios.list', 'the chosen one', write.counted(facts.scenarios, 'scenario'))],
    };
  }
  const { scenario } = investment;
  const { origins } = scenario;
  return {
    ...base,
    headline: costHeadline(kit, investment),
    lead: `${capital(scenarioName(kit, scenario.name))}: ${againstWords(scenario.compare)}, at ${write.percent(scenario.inputs.discountRate, 1)} a year. ${originWords(kit, origins)}`,
    blocks: [
      { kind: 'figures', figures: keyFigures(kit, investment) },
      cumulative(kit, investment),
      yearly(kit, investment),
      ...cautions(kit, investment),
    ],
    sources: [
      source(
        'Costs by level and year',
        'investment.project',
        'deploy + operate + retrain + incidents + platform, ramped while the capability is built',
        scenarioName(kit, scenario.name),
      ),
      source(
        'Net present value',
        'scenarios.explain',
        'Σ flow ÷ (1 + rate)^year; year 0 undiscounted, years at their end',
        `${write.counted(scenario.result.flows.length, 'flow')}`,
      ),
      source(
        'Mean, median, P10, P90, share of runs',
        'investment.simulate',
        'seeded runs, each uncertain input drawn from its own rows or its range',
        `${write.counted(investment.simulation.runs, 'run')}, seed ${investment.simulation.seed}`,
      ),
    ],
  };
};

function originWords(
  { write }: ReportKit,
  { assumption, measured, entered }: { assumption: number; measured: number; entered: number },
): string {
  const all = assumption + measured + entered;
  return `${write.count(assumption)} of ${write.counted(all, 'input')} are assumptions, ${write.count(measured)} measured, ${write.count(entered)} entered.`;
}

/** Beside the figures, on every surface the same sentences. */
function cautions(kit: ReportKit, facts: ScenarioFacts): ReportBlock[] {
  const { write } = kit;
  const { result, currency } = facts.scenario;
  const money = (value: number): string => write.rounded(value, currency, result.digits);
  const aside = sayOutsideMiddle(result.npv, facts.simulation, facts.sensitivity.rows, money);
  const said = [
    ...(aside === '' ? [] : [write.sentence(aside)]),
    ...result.cautions.map(({ sentence, parts }) => told(kit, sentence, parts)),
  ];
  if (said.length === 0) return [];
  return [text('Before you quote a figure', said)];
}

function costHeadline({ write }: ReportKit, { scenario }: ScenarioFacts): string {
  const { result, currency, compare } = scenario;
  if (result.withheld !== null) return write.sentence(result.withheld);
  const pair = parsePair(compare);
  const money = (amount: number): string => write.rounded(amount, currency, result.digits);
  return pair === null ? compare : sayFinding(result, pair, { money, counted: write.counted });
}

/** Where the figures are not to be quoted they stand small and as what they are. */
function keyFigures(kit: ReportKit, facts: ScenarioFacts): KeyFigure[] {
  const figures = computedFigures(kit, facts);
  if (facts.scenario.result.withheld === null) return figures;
  return figures.map(({ label, value }) =>
    figure(label, '–', value === 'none' ? 'as assumed: none' : `as assumed ${value}`),
  );
}

/** The share of runs above 0 in tenths; against today's way none before the people that it takes are known. */
function above0({ scenario, simulation, decision }: ScenarioFacts): KeyFigure {
  const today = LEVEL_KEYS.find((key) => decision.levels[key] !== undefined);
  const isAgainstToday = today !== undefined && parsePair(scenario.compare)?.a === today;
  return isAgainstToday && !peopleAnswered(today, scenario.items)
    ? figure('Value above 0', '–', PEOPLE_FIRST)
    : figure('Value above 0', sayTenths(simulation.probabilityPositive), 'if the model itself holds');
}

/** With a start the month after which the level is never behind today's way again; '' where that is not what is compared. */
function paidBackIn({ write }: ReportKit, { scenario, decision }: ScenarioFacts): string {
  const pair = parsePair(scenario.compare);
  const today = LEVEL_KEYS.find((key) => decision.levels[key] !== undefined);
  const date = pair?.a === today && pair ? (decision.levels[pair.b]?.paybackDate ?? null) : null;
  return date === null ? '' : `by ${write.month(date)}`;
}

function computedFigures(kit: ReportKit, facts: ScenarioFacts): KeyFigure[] {
  const { write } = kit;
  const { scenario, simulation } = facts;
  const { result, currency } = scenario;
  const models = (value: number | null): string => (value === null ? 'none' : write.counted(value, 'model'));
  const money = (value: number): string => write.rounded(value, currency, result.digits);
  return [
    figure('Net present value', money(result.npv), runsWords(simulation, money)),
    above0(facts),
    figure(
      'Payback',
      result.payback === null ? 'none' : sayYears(write, result.payback),
      [
        paidBackIn(kit, facts),
        result.discountedPayback === null
          ? 'discounted: none'
          : `discounted ${sayYears(write, result.discountedPayback)}`,
      ]
        .filter((part) => part !== '')
        .join('; '),
    ),
    figure(
      'Internal rate of return',
      rateOf(write.percent, result),
      result.mirr === null ? '' : `modified ${write.percent(result.mirr)}`,
    ),
    figure(
      'Breaks even from',
      models(result.breakEvenNpv),
      result.breakEvenNpv === null ? 'not up to 200 models' : `steady state: ${models(result.breakEvenSteady)}`,
    ),
  ];
}

function rateOf(percent: (share: number) => string, { irr, irrBeyond }: ScenarioFacts['scenario']['result']): string {
  if (irr !== null) return percent(irr);
  if (irrBeyond === null) return 'none';
  return irrBeyond === 'above' ? `over ${percent(10)}` : `below ${percent(-0.99)}`;
}

/** By the axis of all tables; hiring, where it is in the options' costs, is not in the plan's own. */
function levelSeries(pick: (level: LevelAnswer) => readonly number[], { decision }: ScenarioFacts): ChartSeries[] {
  return LEVEL_KEYS.flatMap((key) => {
    const level = decision.levels[key];
    return level === undefined ? [] : [{ name: levelName(key), values: pick(level), colour: COLOURS[key] }];
  });
}

const ownCost = ({ onAxis: { cost, hiring } }: LevelAnswer): number[] =>
  cost.map((paid, at) => paid - (hiring[at] ?? 0));

function ownRunning(level: LevelAnswer): number[] {
  let sum = level.investments.reduce((paid, { month, amount }) => paid + (month === 0 ? amount : 0), 0);
  return [sum, ...ownCost(level).map((paid) => (sum += paid))];
}

function cumulative(kit: ReportKit, facts: ScenarioFacts): ReportBlock {
  const { write } = kit;
  const series = levelSeries(ownRunning, facts);
  const drawn = moneyChart(kit, series, facts.scenario.currency);
  const { breakEvenSteady } = facts.scenario.result;
  return chart({
    title: 'Cumulative cost by level',
    reading: `Where the lines cross, the investment is repaid${breakEvenSteady === null ? '' : `; a steady portfolio breaks even from ${write.counted(breakEvenSteady, 'model')}`}.`,
    shape: 'lines',
    categories: ['now', ...yearNames(facts.decision)],
    ...drawn,
    ...repaid(kit, facts, series),
    alt: `Cumulative cost: ${lastWords(kit, series, facts.scenario.currency)}.`,
  });
}

/** Where each level has cost as much as today's way, and less from then on; shares of a largest value have no such point. */
function repaid(
  { write, redact }: ReportKit,
  { decision }: ScenarioFacts,
  [today, ...others]: readonly ChartSeries[],
): Pick<ReportChart, 'marks' | 'categoryTitle'> {
  if (!today || redact.choice.money) return {};
  const numbers = ({ values }: ChartSeries): number[] => values.map((value) => value ?? 0);
  const marks = others.flatMap((one) => {
    const found = crossingOf(numbers(one), numbers(today));
    // How long it takes is the decision's word: years of a house may begin with a part of one.
    const key = LEVEL_KEYS.find((level) => levelName(level) === one.name);
    const payback = key === undefined ? null : (decision.levels[key]?.paybackVsL1 ?? null);
    return found === null || payback === null
      ? []
      : [{ ...found, label: `${one.name} repaid after ${sayYears(write, payback)}` }];
  });
  return marks.length === 0 ? {} : { marks, categoryTitle: '' };
}

function yearly(kit: ReportKit, facts: ScenarioFacts): ReportBlock {
  const series = levelSeries(ownCost, facts);
  return chart({
    title: 'Cost of each year by level',
    reading: 'Running the portfolio, nominal; the investment itself is not in it.',
    shape: 'columns',
    categories: yearNames(facts.decision),
    ...moneyChart(kit, series, facts.scenario.currency),
    alt: `Cost of the last year: ${lastWords(kit, series, facts.scenario.currency)}.`,
  });
}

const lastWords = ({ write }: ReportKit, series: readonly ChartSeries[], currency: string): string =>
  series.map(({ name, values }) => `${name} ${write.money(values.at(-1) ?? 0, currency)} at the end`).join(', ');
