import { carried } from '../../base/carried';
import { parsePair } from '../../scenarios/plan/comparison-flows';
import type { MustBeTrue } from '../../scenarios/plan/scenario-result';
import type { ChartSeries, ReportBlock } from '../content';
import type { ScenarioFacts } from '../facts';
import {
  capital,
  chart,
  isRate,
  left,
  moneyChart,
  type ReportKit,
  right,
  type SectionBuilder,
  source,
  table,
  text,
} from '../kit';

/** What the case that is asked for hangs on; where nothing is asked for, the comparison of the plan. */
export interface Tested {
  readonly compare: string;
  /** NPV as the plan has it. */
  readonly base: number;
  readonly rows: ScenarioFacts['sensitivity']['rows'];
  readonly mustBeTrue: readonly MustBeTrue[];
}

export const testedOf = ({ proposed, scenario, sensitivity }: ScenarioFacts): Tested =>
  proposed ?? { compare: scenario.compare, ...sensitivity, mustBeTrue: scenario.result.mustBeTrue };

/** The most fragile belief first. */
export const believed = (facts: ScenarioFacts): readonly MustBeTrue[] => testedOf(facts).mustBeTrue;

/** `level 2 against today’s way`. */
export function comparedWords({ compare }: Pick<Tested, 'compare'>): string {
  const pair = parsePair(compare);
  if (pair === null) return compare;
  return `level ${pair.b.slice(1)} against ${pair.a === 'L1' ? 'today’s way' : `level ${pair.a.slice(1)}`}`;
}

const base = { id: 'sensitivity', title: 'Sensitivity and what must be true' } as const;

export const sensitivitySection: SectionBuilder = (kit) => {
  const { facts, write } = kit;
  const { investment } = facts;
  if (investment === null) {
    return {
      ...base,
      headline: 'Without a chosen scenario there is nothing to put to the test',
      lead: '',
      blocks: [
        text('No plan yet', [
          'Choose a scenario under Investment; then the inputs that decide it stand here, with the value at which it turns.',
        ]),
      ],
      sources: [source('Scenarios', 'scenarios.list', 'the chosen one', write.counted(facts.scenarios, 'scenario'))],
    };
  }
  const tested = testedOf(investment);
  const beliefs = tested.mustBeTrue;
  return {
    ...base,
    headline: beliefHeadline(kit, investment, tested),
    lead: `The value of ${comparedWords(tested)}; each input is moved alone from its low to its high value, the others staying as they are.`,
    blocks: [tornado(kit, investment, tested), mustBeTrue(kit, investment, beliefs)],
    sources: [
      source(
        'Change of the net present value',
        'investment.sensitivity',
        'NPV with one input at its low and at its high value',
        write.counted(tested.rows.length, 'input'),
      ),
      source(
        'What must be true',
        'scenarios.get',
        'the value of one input at which NPV = 0, the others at theirs; the nearest to its range first',
        write.counted(beliefs.length, 'input'),
      ),
    ],
  };
};

function beliefHeadline(
  kit: ReportKit,
  { scenario }: ScenarioFacts,
  { base: npv, mustBeTrue: [first] }: Tested,
): string {
  const { withheld } = scenario.result;
  if (withheld !== null) return kit.write.sentence(withheld);
  if (!first) return npv >= 0 ? 'No single input can turn the case' : 'No single input can make the case pay';
  const turns = npv >= 0 ? 'the case no longer pays' : 'the case begins to pay';
  const limit = carried(first.breakEven, first.value, scenario.result.digits);
  const [value, turning] = [first.value, limit].map((one) => beliefText(kit, scenario.currency, first, one));
  return `${capital(first.label).replace(':', ',')}: the plan counts on ${value}, and at ${turning} ${turns}`;
}

/** A value with as much of its unit as its label leaves open. */
export function beliefText(
  { write }: ReportKit,
  currency: string,
  { money, unit, path }: MustBeTrue,
  value: number,
): string {
  if (money) return write.money(value, currency);
  if (isRate(path)) return `${write.percent(value, 1)} a year`;
  const number = write.quantity(value, Math.abs(value) < 10 ? 2 : 0);
  const word = /^(weeks|months|hours|people|models|person-hours|a year)/.exec(unit)?.[1] ?? '';
  const plain = value === 1 ? (ONE[word] ?? word) : word;
  return plain === '' ? number : `${number} ${plain}`;
}

function rangeText(kit: ReportKit, currency: string, belief: MustBeTrue): string {
  if (belief.money) return kit.write.moneyRange(belief.low, belief.high, currency);
  const low = beliefText(kit, currency, { ...belief, unit: '' }, belief.low).replace(/ a year$/, '');
  return `${low} – ${beliefText(kit, currency, belief, belief.high)}`;
}

const ONE: Readonly<Record<string, string>> = {
  weeks: 'week',
  months: 'month',
  hours: 'hour',
  people: 'person',
  models: 'model',
  'person-hours': 'person-hour',
};

/** More bars than these are too thin to read. */
const MOST_BARS = 9;

function tornado(kit: ReportKit, { scenario }: ScenarioFacts, tested: Tested): ReportBlock {
  const moving = tested.rows.filter(({ swing }) => swing > 0).toSorted((a, b) => b.swing - a.swing);
  const rows = moving.slice(0, MOST_BARS);
  const rest = moving.length - rows.length;
  if (rows.length === 0) return text('Sensitivity', ['No uncertain input moves the net present value.']);
  const itemOf = (path: string) => scenario.items.find((item) => item.path === path);
  const label = (path: string): string => capital(itemOf(path)?.label ?? path);
  const series: ChartSeries[] = [
    { name: 'At its low value', values: rows.map(({ npvLow }) => npvLow - tested.base), colour: 'grey' },
    { name: 'At its high value', values: rows.map(({ npvHigh }) => npvHigh - tested.base), colour: 'accent' },
  ];
  return chart({
    title: `Net present value of ${comparedWords(tested)}`,
    reading: `${kit.redact.choice.money ? '' : `The plan has ${kit.write.rounded(tested.base, scenario.currency, scenario.result.digits)}. `}The inputs that move it most on top, each from its low to its high value${rest === 0 ? '' : `; ${kit.write.counted(rest, 'input')} ${rest === 1 ? 'moves' : 'move'} it less`}.`,
    shape: 'stacked_bars',
    categories: rows.map(({ path, low, high }) => `${label(path)}: ${endsText(kit, scenario, path, low, high)}`),
    ...moneyChart(kit, series, scenario.currency),
    origin: kit.redact.choice.money ? undefined : tested.base,
    alt: `The net present value moves most with: ${rows.map(({ path }) => label(path)).join(', ')}.`,
  });
}

/** From where to where an input is moved. */
function endsText(
  kit: ReportKit,
  { items, currency }: ScenarioFacts['scenario'],
  path: string,
  low: number,
  high: number,
): string {
  const money = items.find((item) => item.path === path)?.money === true;
  if (money) return kit.write.moneyRange(low, high, currency);
  const say = (value: number): string =>
    isRate(path) ? kit.write.percent(value, 1) : kit.write.quantity(value, Math.abs(value) < 10 ? 2 : 0);
  return `${say(low)} – ${say(high)}`;
}

function mustBeTrue(kit: ReportKit, { scenario }: ScenarioFacts, beliefs: readonly MustBeTrue[]): ReportBlock {
  const { currency } = scenario;
  if (beliefs.length === 0)
    return text('What must be true', ['No value of a single input brings the net present value to 0.']);
  return table({
    title: 'What must be true',
    reading: 'The value at which the net present value is 0; ▲ = within the believed range.',
    columns: [left('Input', 3.4), right('In the plan', 1.9), right('Turns at', 2.1), right('Believed range', 3.2)],
    rows: beliefs.map((belief) => {
      const say = (value: number): string => beliefText(kit, currency, belief, value);
      return [
        capital(belief.label),
        say(belief.value),
        `${belief.within ? '▲ ' : ''}${say(carried(belief.breakEven, belief.value, scenario.result.digits))}`,
        rangeText(kit, currency, belief),
      ];
    }),
    noun: ['input', 'inputs'],
  });
}
