import { carried } from '../../base/carried';
import { ownForms } from '../../base/forms';
import { shortMoney } from '../../base/short-money';
import { counted, oneOf, sayCount, sayQuantity } from '../../base/wording';
import { sayPercent } from '../explain/say-figure';
import { type LevelKey, sayLevel } from '../plan/inputs';
import { IF_COUNTED, saySpan } from '../plan/noted-incidents';
import type { NearestTurns, NearTurn } from './nearest-turns';
import { PEOPLE_FIRST } from './people-answered';
import { leastOf } from './pricing';
import type { Agreement, RuleOfThumb } from './rule-of-thumb';
import { type RunsStanding, sayStanding } from './runs-standing';

/** What hiring does where it is a part of the costs. */
export interface HiringFacts {
  /** The most people there may be. */
  readonly ceiling: number;
  /** Hires over the plan, and people that some year needs beyond the ceiling. */
  readonly levels: readonly { readonly key: LevelKey; readonly hires: number; readonly heldBack: number }[];
}

/** What the decision's sentence is made from. */
export interface DecisionFacts {
  /** `null`: hiring is in none of the costs. */
  readonly hiring: HiringFacts | null;
  readonly rule: RuleOfThumb | null;
  readonly agreement: Agreement;
  readonly cheapest: LevelKey;
  /** Present value by level of the plan. */
  readonly pvCost: ReadonlyMap<LevelKey, number>;
  readonly years: number;
  /** Of the plan as given, which the turns are of. */
  readonly planYears: number;
  readonly discountRate: number;
  /** What the runs say of the cheapest level; `open`: none is given; `null`: nothing was simulated. */
  readonly standing: RunsStanding | 'open' | null;
  /** Uncertain inputs, and those of them that are assumptions. */
  readonly drawn: number;
  readonly assumed: number;
  readonly nearest: NearestTurns;
  /** Nobody has measured or entered how often models are updated. */
  readonly updatesAssumed: boolean;
  /** Nobody has measured or entered how many models there are or will be. */
  readonly modelsAssumed: boolean;
  /** Figures that count in an amount: a case whose inputs are guesses carries two. */
  readonly digits: number;
  /** Present values in each answer to whether noted amounts count in which they do; empty: nothing is open. */
  readonly readings: readonly ReadonlyMap<LevelKey, number>[];
  /** Three letters; `null`: amounts stand without a currency. */
  readonly currency: string | null;
}

/** The sentence in its parts, in the order in which they are said; '' where there is nothing to say. */
export interface DecisionWords {
  /** The finding in a few words: where rule and money part, that is the finding. */
  readonly headline: string;
  readonly rule: string;
  readonly money: string;
  /** Whose hires are in the costs. */
  readonly hiring: string;
  readonly runs: string;
  readonly turns: string;
}

const lower = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

const figure = (value: number): string => ownForms().numbers({ maximumSignificantDigits: 3 }).format(value);

/** Why a half of the rule says what it says: `32 is more than 20`. */
function halfWords(level: number, value: number, [first, second]: readonly [number, number]): string {
  if (level === 1) return `${sayQuantity(value)} is at most ${sayCount(first)}`;
  return `${sayQuantity(value)} is more than ${sayCount(level === 2 ? first : second)}`;
}

function ruleWords({ rule, agreement, updatesAssumed, modelsAssumed }: DecisionFacts): string {
  if (!rule) return 'The rule of thumb has nothing to say: the plan has no model.';
  const { byCount, byLoad, models, load, thresholds, isAtEnd } = rule;
  const count = halfWords(byCount, models, [thresholds.countLevel1, thresholds.countLevel2]);
  const updates = halfWords(byLoad, load, [thresholds.loadLevel1, thresholds.loadLevel2]);
  const halves = `${byCount} by number of models${isAtEnd ? ' at the end of the plan' : ''} (${count}${modelsAssumed ? ', as assumed' : ''}), ${byLoad} by updates a year (${updates}${updatesAssumed ? ', as assumed' : ''})`;
  const cap = rule.capped ? `, and at most 2 below ${sayCount(thresholds.capBelow)} models` : '';
  const who = agreement === 'same' ? 'The rule of thumb and the money both say' : 'The rule of thumb says';
  // Overview tells of the models of today, which need not be those of the plan.
  return `${who} ${sayLevel(rule.level)}: as the plan counts, ${halves}${cap}.`;
}

/** The level that the cheapest is held against: the rule's where the plan has it, else the next in cost. */
function rival({ rule, cheapest, pvCost }: DecisionFacts): LevelKey | null {
  if (rule && rule.level !== cheapest && pvCost.has(rule.level)) return rule.level;
  const others = [...pvCost].filter(([key]) => key !== cheapest).toSorted(([, a], [, b]) => a - b);
  return others[0]?.[0] ?? null;
}

/** The level of least cost in a reading; of equal ones the lower. */
function leastIn(pvCost: ReadonlyMap<LevelKey, number>): LevelKey {
  const amounts = [...pvCost];
  return amounts[leastOf(amounts.map(([, amount]) => amount))]?.[0] ?? 'L1';
}

/** What the money says where noted amounts count, and what it hangs on; `null`: the same level as without them. */
function otherwise({ readings, cheapest }: DecisionFacts): { levels: string; hangs: string } | null {
  const found = [...new Set(readings.map(leastIn))].toSorted();
  if (found.every((key) => key === cheapest)) return null;
  return {
    levels: oneOf(found.map(sayLevel)),
    hangs: found.length > 1 ? ', by whether they hold the people’s hours' : '',
  };
}

/** `, or €440K to €480K if noted incident amounts count`; '' where nothing is open. */
function countedWords(facts: DecisionFacts, other: LevelKey): string {
  const { readings, cheapest, currency, digits } = facts;
  if (readings.length === 0) return '';
  const turned = otherwise(facts);
  if (turned !== null) return `; ${IF_COUNTED}, ${turned.levels} costs least${turned.hangs}`;
  const less = readings.map((pvCost) => (pvCost.get(other) ?? 0) - (pvCost.get(cheapest) ?? 0));
  return `, ${saySpan(less, (amount) => shortMoney(amount, currency, digits))} ${IF_COUNTED}`;
}

function moneyWords(facts: DecisionFacts): string {
  const { cheapest, pvCost, years, discountRate, currency, digits } = facts;
  const other = rival(facts);
  const over = `Over ${counted(years, 'year')}`;
  if (other === null) return `${over} only the cost of ${sayLevel(cheapest)} is known.`;
  const less = (pvCost.get(other) ?? 0) - (pvCost.get(cheapest) ?? 0);
  const value = `in present value at ${sayPercent(discountRate)}`;
  return `${over} ${sayLevel(cheapest)} costs least, ${shortMoney(less, currency, digits)} less than ${sayLevel(other)} ${value}${countedWords(facts, other)}.`;
}

const sayHires = (count: number): string => (count === 0 ? 'nobody' : counted(count, 'person', 'people'));

function hiringWords({ hiring }: DecisionFacts): string {
  if (!hiring) return '';
  const { ceiling, levels } = hiring;
  const hires = levels.map(({ key, hires }) => `${sayHires(hires)} for ${sayLevel(key)}`);
  const short = levels.filter((one) => one.heldBack > 0);
  const held = short.map(({ key, heldBack }) => `${counted(heldBack, 'person', 'people')} more at ${sayLevel(key)}`);
  const said = `Hiring is in these costs: ${oneOf(hires, 'and')}.`;
  if (held.length === 0) return said;
  return `${said} The plan pays for ${oneOf(held, 'and')} than the ceiling of ${sayQuantity(ceiling)} people allows; finding them is not counted.`;
}

function runsWords({ standing, drawn, assumed }: DecisionFacts): string {
  if (standing === null) return '';
  const of =
    assumed === 0
      ? 'no uncertain input is an assumption'
      : `${sayCount(assumed)} of ${counted(drawn, 'uncertain input')} ${assumed === 1 ? 'is an assumption' : 'are assumptions'}`;
  if (standing === 'open') return `In how many runs it costs least is given ${PEOPLE_FIRST}; ${of}.`;
  return `It costs least in ${sayStanding(standing)}; ${of}.`;
}

interface TurnFacts extends Pick<DecisionFacts, 'currency' | 'digits'> {
  /** Amounts are not to be told. */
  readonly hidden?: boolean;
}

function turnWords(
  { by, at: exact, current, side }: NearTurn,
  { currency, digits, hidden = false }: TurnFacts,
): string {
  const at = carried(exact, current, digits);
  const level = /^levels\.(L[123])\./.exec(by)?.[1];
  const money = (): string => (hidden ? 'some amount' : shortMoney(at, currency));
  if (by === 'years')
    return side === 'above' ? `over more than ${figure(at)} years` : `over less than ${figure(at)} years`;
  const what = (): string => {
    if (by === 'models') return `${figure(at)} models at the end of the plan`;
    if (by === 'updatesPerYear') return `${figure(at)} updates a model and year`;
    if (by === 'loadedAnnual') return `${money()} a year for a person`;
    if (by === 'discountRate') return `a discount rate of ${sayPercent(at)}`;
    if (by === 'incidentCost') return `${money()} for an incident`;
    if (by.endsWith('platformFixed')) return `${money()} a year for the platform of level ${level?.slice(1)}`;
    return `${figure(at)} people per model ${level ? `of level ${level.slice(1)}` : 'of today’s way'}`;
  };
  return `${side} ${what()}`;
}

function directionWords(turns: readonly NearTurn[], facts: TurnFacts): string[] {
  const reached = [...new Set(turns.map((turn) => turn.reached))];
  return reached.map((key) => {
    const own = turns.filter((turn) => turn.reached === key).map((turn) => turnWords(turn, facts));
    return `${capital(sayLevel(key))} becomes the cheaper one ${oneOf(own)}.`;
  });
}

type TurnsFacts = TurnFacts & Pick<DecisionFacts, 'nearest' | 'cheapest' | 'years' | 'planYears'>;

/** The turns for who is not told amounts: which they are of, and what is no money. */
export const turnsWithoutAmounts = (facts: Omit<TurnsFacts, 'currency' | 'hidden'>): string =>
  turnsWords({ ...facts, currency: null, hidden: true });

function turnsWords(facts: TurnsFacts): string {
  const { nearest, cheapest } = facts;
  const words = [...directionWords(nearest.higher, facts), ...directionWords(nearest.lower, facts)];
  const own = facts.years === facts.planYears ? '' : `Over the plan’s own ${counted(facts.planYears, 'year')}: `;
  if (words.length > 0) return `${own}${own === '' ? words.join(' ') : lower(words.join(' '))}`;
  return own === ''
    ? `No single number that was moved makes another level than ${sayLevel(cheapest)} the cheapest.`
    : `${own}no single number that was moved makes another level the cheapest.`;
}

function headlineWords(facts: DecisionFacts): string {
  return `${plainHeadline(facts)}${moreRunsWords(facts)}${openWords(facts)}`;
}

/** Where the runs have another level than the plan as it stands, the finding says so. */
function moreRunsWords({ standing }: DecisionFacts): string {
  if (standing === null || standing === 'open' || standing.more === null) return '';
  return `; in more of the runs ${sayLevel(standing.more.level)} costs least`;
}

/**
 * Both readings in the same sentence while nobody has said whether noted amounts count and the answer hangs on it. Where every
 * reading gives the same level the sentence of the money says what they make of the sums, and the headline stays one line.
 */
function openWords(facts: DecisionFacts): string {
  if (facts.readings.length === 0) return '';
  const turned = otherwise(facts);
  if (turned === null) return '';
  return `; ${IF_COUNTED}, the money says ${turned.levels}${turned.hangs}`;
}

function plainHeadline({ rule, agreement, cheapest, years, hiring }: DecisionFacts): string {
  const over = `over ${counted(years, 'year')}${hiring === null ? '' : ', hiring included'}`;
  if (rule === null || agreement === 'noRule') return `${capital(sayLevel(cheapest))} costs least ${over}`;
  if (agreement === 'same') return `The rule of thumb and the money both say ${sayLevel(cheapest)}, ${over}`;
  return `The rule of thumb says ${sayLevel(rule.level)}, the money ${sayLevel(cheapest)}, ${over}`;
}

/**
 * Rule and money reconciled in words: what the rule of thumb says and why, what the money says with its amount and horizon,
 * in how many runs, and the nearest turns in each direction. Least cost is not most worth, and is never called so.
 */
export function decisionWords(facts: DecisionFacts): DecisionWords {
  return {
    headline: headlineWords(facts),
    rule: ruleWords(facts),
    money: moneyWords(facts),
    hiring: hiringWords(facts),
    runs: runsWords(facts),
    turns: turnsWords(facts),
  };
}

export function decisionSentence({ rule, money, hiring, runs, turns }: DecisionWords): string {
  return [rule, money, hiring, runs, turns].filter((part) => part !== '').join(' ');
}
