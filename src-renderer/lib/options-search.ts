import { isRising, type RiskTriangle } from '#domain/scenarios/options/tei-view';

/** Looking changes nothing: how the options are looked at lies in the address. */
export interface OptionsSearch {
  readonly years?: number;
  readonly growth?: 'continue';
  readonly gate?: number;
  readonly start?: string;
  /** Month in which the house's year begins, 1 … 12; left out: years of the plan. */
  readonly fiscal?: number;
  /** People there are today for this work, and what more is known of them. */
  readonly team?: number;
  readonly ceiling?: number;
  readonly hireCost?: number;
  readonly hireMonths?: number;
  readonly hireRamp?: number;
  readonly modelValue?: number;
  /** What hires cost is in the costs. */
  readonly hiring?: true;
  /** The address alone says how the house sees it, also where it says nothing: not what is kept with the plan. */
  readonly own?: true;
  /** How the house books: years of depreciation, shares of 1 for tax and the rate after it. */
  readonly depreciation?: number;
  readonly tax?: number;
  readonly afterTax?: number;
  /** What is left at the end is not written off. */
  readonly keepBooks?: true;
  /** Shares that are capital: `investment:1,platform:0.2`. */
  readonly capital?: string;
  /** How benefits and costs are adjusted for risk: least, likely, most as shares of an estimate, `0.7,1,1`. */
  readonly benefit?: string;
  readonly cost?: string;
  /** The comparison that is seen in other ways: `L3 vs L1`. */
  readonly pair?: string;
  /** Two inputs at once. */
  readonly x?: string;
  readonly y?: string;
  /** A change-over: its months, and the share of the work that it costs. */
  readonly dipMonths?: number;
  readonly dipShare?: number;
}

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;
const CAPITAL = /^[a-z]+:(0|1|0?\.\d+)(,[a-z]+:(0|1|0?\.\d+))*$/;
const PAIR = /^L[123] vs L[123]$/;
const TRIANGLE = /^\d{1,2}(\.\d{1,12})?(,\d{1,2}(\.\d{1,12})?){2}$/;
const PATH = /^[A-Za-z0-9.]{1,100}$/;

const number = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= least && value <= most;
const whole = (value: unknown, least: number, most: number): value is number =>
  number(value, least, most) && Number.isInteger(value);
const text = (value: unknown, form: RegExp): value is string => typeof value === 'string' && form.test(value);

const PEOPLE = 1e6;
const MONEY = 1e15;

/** `0.7,1,1` as numbers; `null` where they do not rise. */
export function readTriangle(word: string): RiskTriangle | null {
  const [low = Number.NaN, mode = Number.NaN, high = Number.NaN] = word.split(',').map(Number);
  const triangle: RiskTriangle = [low, mode, high];
  return isRising(triangle) ? triangle : null;
}

/** What of an address can be true of each word; anything else is as if it were not there. */
const READ: { readonly [K in keyof OptionsSearch]-?: (value: unknown) => boolean } = {
  years: (value) => whole(value, 1, 10),
  growth: (value) => value === 'continue',
  gate: (value) => whole(value, 0, 108) && value % 12 === 0,
  start: (value) => text(value, MONTH),
  fiscal: (value) => whole(value, 1, 12),
  team: (value) => number(value, 0, PEOPLE),
  ceiling: (value) => number(value, 0, PEOPLE),
  hireCost: (value) => number(value, 0, MONEY),
  hireMonths: (value) => number(value, 0, 120),
  hireRamp: (value) => number(value, 0, 120),
  modelValue: (value) => number(value, 0, MONEY),
  hiring: (value) => value === true,
  own: (value) => value === true,
  depreciation: (value) => whole(value, 0, 100),
  tax: (value) => number(value, 0, 1),
  afterTax: (value) => number(value, -0.99, 5),
  keepBooks: (value) => value === true,
  capital: (value) => text(value, CAPITAL),
  benefit: (value) => text(value, TRIANGLE) && readTriangle(value) !== null,
  cost: (value) => text(value, TRIANGLE) && readTriangle(value) !== null,
  pair: (value) => text(value, PAIR),
  x: (value) => text(value, PATH),
  y: (value) => text(value, PATH),
  dipMonths: (value) => number(value, 0, 120),
  dipShare: (value) => number(value, 0, 1),
};

export function readOptionsSearch(raw: Record<string, unknown>): OptionsSearch {
  const known = Object.entries(READ).filter(([key, fits]) => fits(raw[key]));
  return Object.fromEntries(known.map(([key]) => [key, raw[key]])) as OptionsSearch; // each checked by its own line above
}
