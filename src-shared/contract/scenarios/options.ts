import { z } from 'zod';
import { Count } from '../common';
import { query, Said } from '../define';
import { LevelKey } from './inputs';
import { BudgetRow, OptionsQuestion } from './options-question';

const Figure = z.number();
const MaybeFigure = z.number().nullable();

export const Spread = z.object({
  mean: Figure,
  sd: Figure,
  p05: Figure,
  p10: Figure,
  p25: Figure,
  p50: Figure,
  p75: Figure,
  p90: Figure,
  p95: Figure,
  /** Share of runs above 0. */
  positive: Figure,
});
const People = z.object({
  deploy: Figure,
  operate: Figure,
  retrain: Figure,
  incident: Figure,
  dip: Figure,
  total: Figure,
});
const Parts = z.object({
  deploy: Figure,
  operate: Figure,
  retrain: Figure,
  incident: Figure,
  platform: Figure,
  dip: Figure,
  lines: Figure,
  exit: Figure,
  /** 0 unless the team is said to be in the costs. */
  hiring: Figure,
});

const UnitCost = z.object({ perModel: MaybeFigure, perRelease: MaybeFigure });
const TeamYear = z.object({
  need: Figure,
  hires: Figure,
  heads: Figure,
  capacity: Figure,
  short: Figure,
  free: Figure,
  deployed: Figure,
  notDeployed: Figure,
  living: Figure,
  modelYearsMissing: Figure,
  hiringCost: Figure,
  valueMissing: Figure,
});

/** The books by year: bought, running, written off, what is left, expense and tax. */
const Books = z.object({
  capital: z.array(Figure),
  operating: z.array(Figure),
  depreciation: z.array(Figure),
  bookValue: z.array(Figure),
  expense: z.array(Figure),
  taxSaved: z.array(Figure),
});

/** By the years of the answer's axis: what every table by time shows. */
const OnAxis = z.object({
  /** Without investments. */
  cost: z.array(Figure),
  /** Of it, what hires cost. */
  hiring: z.array(Figure),
  investment: z.array(Figure),
  /** Both, from the start to the end of each year. */
  running: z.array(Figure),
  /** Mean of the months. */
  people: z.array(People),
  /** Of a model a year, also where the period is a part of one. */
  unitCosts: z.array(UnitCost),
  team: z.array(TeamYear).nullable(),
  booked: Books.nullable(),
});

const OptionFigures = z.object({
  pvCost: Figure,
  /** Undiscounted, all steps. */
  investment: Figure,
  investments: z.array(z.object({ month: Count, amount: Figure })),
  /** Undiscounted: the investment and every year. */
  totalCost: Figure,
  /** The most by which it is behind today's way. */
  peakFunding: Figure,
  peakFundingMonth: Count,
  yearCost: z.array(Figure),
  yearParts: z.array(Parts),
  /** From t = 0 on; positive saves. */
  flowsVsL1: z.array(Figure),
  npvVsL1: Figure,
  npvVsPrevious: MaybeFigure,
  paybackVsL1: MaybeFigure,
  /** By month, for a date; the years above are by year. */
  paybackMonth: z.number().int().nullable(),
  paybackDate: z.string().nullable(),
  peopleByYear: z.array(Figure),
  people: z.array(People),
  /** Shares of the work by year: today's way, then the steps. */
  shares: z.array(z.array(Figure)),
  unitCosts: z.array(UnitCost),
  /** Whole minor units of the currency (cents where none is given); with a start date. */
  budget: z
    .array(
      z.object({
        year: z.string(),
        quarter: Count,
        cents: z.record(BudgetRow, z.number().int()),
        total: z.number().int(),
      }),
    )
    .nullable(),
  team: z
    .object({
      years: z.array(TeamYear),
      pvHiring: Figure,
      pvValueMissing: Figure,
    })
    .nullable(),
  booked: Books.extend({ costAfterTax: z.array(Figure), pvCostAfterTax: Figure }).nullable(),
  onAxis: OnAxis,
  probabilityCheapestOption: MaybeFigure,
  averageRegretOption: MaybeFigure,
});

/** What an average regret is made of: a difference of two means, and by the level that costs least. */
const RegretParts = z.object({
  meanCost: Figure,
  meanLeast: Figure,
  behind: z.array(z.object({ level: LevelKey, runs: Count, more: Figure })),
});

const LevelAnswer = OptionFigures.extend({
  probabilityCheapest: MaybeFigure,
  averageRegret: MaybeFigure,
  regretParts: RegretParts.nullable(),
});

const PathAnswer = OptionFigures.extend({
  /** The last step, judged where one may still stop. */
  gate: z
    .object({
      month: Count,
      years: Count,
      npv: Figure,
      yearsAsLong: Count,
      npvAsLong: Figure,
      payback: MaybeFigure,
      paybackMonth: z.number().int().nullable(),
      paybackDate: z.string().nullable(),
    })
    .nullable(),
  withoutReuse: z.object({ investment: Figure, pvCost: Figure, npvVsL1: Figure, npvVsPrevious: Figure }).nullable(),
  npvSpread: Spread.nullable(),
  stop: z
    .object({
      stage1: Figure,
      goOn: Figure,
      committed: Figure,
      knowNothing: Figure,
      knowSome: Figure,
      knowAll: Figure,
      stopKnowSome: Figure,
      stopKnowAll: Figure,
      optionKnowNothing: Figure,
      optionKnowSome: Figure,
      optionKnowAll: Figure,
    })
    .nullable(),
});

const Turn = z.object({ from: LevelKey, to: LevelKey, by: z.string(), at: Figure, current: Figure });
const NearTurn = Turn.extend({ reached: LevelKey, side: z.enum(['above', 'below']) });

const Rule = z.object({
  level: LevelKey,
  byCount: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** There is no model at the start: those at the end of the plan count. */
  isAtEnd: z.boolean(),
  byLoad: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  capped: z.boolean(),
  models: Figure,
  load: Figure,
  thresholds: z.object({
    version: z.string(),
    countLevel1: Figure,
    countLevel2: Figure,
    loadLevel1: Figure,
    loadLevel2: Figure,
    capBelow: Figure,
  }),
});

export const DecisionAnswer = z.object({
  years: Count,
  growth: z.enum(['hold', 'continue']),
  /** With a start date the house's years, otherwise the plan's: the columns of every table by time. Months from 0; `to` is out. */
  axis: z.array(z.object({ name: z.string(), from: Count, to: Count })),
  /** Digits of the minor unit in which budgets are whole: 2 of the euro, 0 of the yen, 3 of the dinar. */
  budgetDigits: Count,
  levels: z.partialRecord(LevelKey, LevelAnswer),
  paths: z.record(z.string(), PathAnswer),
  /** By `L2:suite`. */
  offers: z.record(z.string(), OptionFigures.extend({ npvVsBuild: Figure })),
  cheapest: LevelKey,
  cheapestOption: z.string(),
  /** Judged over one year to ten. */
  cheapestByHorizon: z.array(LevelKey),
  turns: z.array(Turn),
  noTurns: z.array(z.object({ by: z.string(), range: z.tuple([Figure, Figure]), cheapest: LevelKey })),
  nearest: z.object({ higher: z.array(NearTurn), lower: z.array(NearTurn) }),
  recommended: LevelKey.nullable(),
  recommendedAtEnd: LevelKey.nullable(),
  rule: Rule.nullable(),
  agreement: z.enum(['same', 'ruleHigher', 'ruleLower', 'noRule']),
  probabilityCheapest: z.partialRecord(LevelKey, Figure).nullable(),
  probabilityCheapestOption: z.record(z.string(), Figure).nullable(),
  simulation: z
    .object({ runs: Count, seed: Count, drawn: Count, assumed: Count, pairs: z.record(z.string(), Spread) })
    .nullable(),
  words: z.object({
    headline: Said,
    rule: Said,
    money: Said,
    hiring: Said,
    runs: Said,
    turns: Said,
  }),
  sentence: Said,
});

/** Levels and staged paths held against each other; it needs no portfolio. */
export const options = query(OptionsQuestion, DecisionAnswer);
