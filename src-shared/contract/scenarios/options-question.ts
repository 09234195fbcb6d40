import { z } from 'zod';
import { Count, JobId } from '../common';
import { Distribution } from './distribution';
import { Correlation, InvestmentInputs, LevelInputs, LevelKey } from './inputs';

// As in investment.project: the rules check ranges and answer with sentences; here only shapes.
const Figure = z.number();
const Path = z.string().max(100);
const Rows = z.array(Figure).max(20_000);
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'write a month as 2026-11');

/** The inputs of a case with what only a decision asks for; each may be left out. */
export const DecisionInputs = InvestmentInputs.extend({
  levels: z.partialRecord(
    LevelKey,
    LevelInputs.extend({
      dipMonths: Figure.optional(),
      dipShare: Figure.optional(),
      platformEscalator: Figure.optional(),
    }).strict(),
  ),
}).strict();

const Step = z
  .object({
    level: LevelKey,
    /** 0 = the first month. */
    startMonth: Figure,
    reuse: Figure.optional(),
    investment: Figure.optional(),
    rampMonths: Figure.optional(),
    delayMonths: Figure.optional(),
  })
  .strict();

const StagedPath = z
  .object({
    id: z.string().min(1).max(100),
    steps: z.array(Step).max(3),
    platformOverlap: z.enum(['replace', 'parallel']).optional(),
    exitPrevious: z.boolean().optional(),
  })
  .strict();

const scale = { scale: Figure.optional() };
/** How an uncertain input may be: three points (or, with `of`, as a scenario tells it), or what was counted and measured. */
export const UncertainOfDecision = z.discriminatedUnion('kind', [
  z.object({
    path: Path,
    kind: z.literal('pert').default('pert'),
    low: Figure,
    mode: Figure,
    high: Figure,
    of: Distribution.optional(),
  }),
  z.object({ path: Path, kind: z.literal('rate'), events: Figure, exposure: Figure, ...scale }).strict(),
  z.object({ path: Path, kind: z.literal('share'), part: Figure, n: Figure }).strict(),
  z.object({ path: Path, kind: z.literal('median'), values: Rows, ...scale }).strict(),
  z.object({ path: Path, kind: z.literal('mean'), values: Rows, ...scale }).strict(),
  z
    .object({ path: Path, kind: z.literal('entered'), value: Figure, low: Figure.optional(), high: Figure.optional() })
    .strict(),
]);

export const Team = z
  .object({
    teamToday: Figure,
    /** Left out: nobody is hired. */
    ceiling: Figure.optional(),
    hiringCost: Figure.optional(),
    hireMonths: Figure.optional(),
    newHireRampMonths: Figure.optional(),
    annualValue: Figure.optional(),
    /** Whether what hires cost is a part of what an option costs; left out: no. */
    inCosts: z.boolean().optional(),
  })
  .strict();

export const BudgetRow = z.enum([
  'deploy',
  'operate',
  'retrain',
  'incident',
  'platform',
  'dip',
  'lines',
  'exit',
  'investment',
  'hiring',
]);

const Accounts = z
  .object({
    capitalShare: z.partialRecord(BudgetRow, Figure).optional(),
    depreciationYears: Figure,
    taxRate: Figure,
    writeOffAtEnd: z.boolean().optional(),
    discountRateAfterTax: Figure.optional(),
  })
  .strict();

/** Shares of an estimate: least, most likely, most. */
export const Triangle = z.tuple([Figure, Figure, Figure]);

/** What a house says besides; kept with a plan only when it asks. */
export const Asked = z
  .object({
    /** First month of the plan: dates of payback, budget by quarter, names of years. */
    startDate: Month.optional(),
    /** Month in which the fiscal year begins; left out: January. */
    fiscalYearStart: Figure.optional(),
    team: Team.optional(),
    accounts: Accounts.optional(),
    /** How benefits and costs are adjusted for risk; it changes the adjusted view alone. */
    risk: z.object({ benefit: Triangle, cost: Triangle }).strict().optional(),
  })
  .strict();

/** A level as a vendor offers it. */
const Offer = z
  .object({
    id: z.string().min(1).max(100),
    level: LevelKey,
    oneOff: Figure,
    perYear: Figure,
    perModel: Figure,
    exit: Figure,
    escalator: Figure,
    coverage: Figure,
    keepPlatform: Figure.optional(),
    rampMonths: Figure.optional(),
  })
  .strict();

export const OptionsQuestion = z
  .object({
    inputs: DecisionInputs,
    /** Years to judge over; left out: the plan's. */
    horizon: Figure.optional(),
    growth: z.enum(['hold', 'continue']).default('hold'),
    paths: z.array(StagedPath).max(8).default([]),
    /** Of all levels; none: nothing is simulated. */
    uncertain: z.array(UncertainOfDecision).max(60).default([]),
    /** Left out: the defaults between those that are uncertain. */
    correlations: z.array(Correlation).max(200).optional(),
    runs: Count.min(1).default(10_000),
    seed: Count.default(1),
    ...Asked.shape,
    offers: z.array(Offer).max(8).default([]),
    /** Nobody has measured or entered how often models are updated: said in the sentence. */
    updatesAssumed: z.boolean().optional(),
    modelsAssumed: z.boolean().optional(),
    /** Figures that count in an amount of the sentence; left out: three. */
    digits: Count.min(1).max(15).optional(),
    /** Mean of the amounts noted with incidents while it is open whether they count: both readings are said. */
    notedIncidentCost: Figure.optional(),
    /** For amounts in the sentence. */
    currency: z
      .string()
      .regex(/^[A-Z]{3}$/, 'write a currency as three letters, such as EUR')
      .optional(),
    jobId: JobId.optional(),
  })
  .strict();
