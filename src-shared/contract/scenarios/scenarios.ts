import { z } from 'zod';
import { Count, Empty, Id, Instant, SentenceParts } from '../common';
import { command, type Given, query, Said } from '../define';
import { Carry, Retire } from './carry';
import { CautionKey, Reading } from './cautions';
import { FigureExplanation, LevelExplanation, OptionExplanation, YearExplanation } from './explained';
import { GapLine, NamedPart } from './gap-line';
import { Correlation, InvestmentInputs, LevelKey, Uncertain } from './inputs';
import { MeasureKey, TakeMeasure } from './measures';
import { Asked } from './options-question';
import { PlanPeople, ToldPeople } from './people';

const Line = z.string().trim().max(500);
const Text = z.string().trim().max(5_000);
const Figure = z.number();
const MaybeFigure = z.number().nullable();
/** As in `investment.simulate`: `levels.L2.operateFte`. */
const Path = z.string().max(100);
/** `L2 vs L1`: the higher level first. */
const Compare = z.string().max(20);
const Currency = z.string().regex(/^[A-Z]{3}$/, 'write a currency as three letters, such as EUR');

export const Preset = z.enum(['expected', 'conservative', 'article']);

const MeasuredRow = z.object({ modelId: Id.nullable(), name: z.string(), value: MaybeFigure, detail: Said });

/** Where a value comes from. `assumption`: a default of the research; `measured`: this portfolio's rows; `entered`: somebody. */
export const InputOrigin = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('assumption'),
    /** A official statistics, B primary source, C secondary source, D assumption without a source. */
    grade: z.enum(['A', 'B', 'C', 'D']),
    source: z.string(),
    url: z.string().nullable(),
    note: z.string(),
    region: z.string(),
    /** Of the source: money is in the currency named here, never converted. */
    unit: z.string(),
    low: Figure,
    mode: Figure,
    high: Figure,
  }),
  z.object({
    kind: z.literal('measured'),
    measure: MeasureKey,
    /** What was measured, in the unit of `words`; the input's own value follows from it. */
    measured: Figure,
    n: Count,
    words: Said,
    numbers: Said,
    /** The rows as they were that day; `n` may be more than are kept. */
    rows: z.array(MeasuredRow),
    /** Every value behind a median or a mean. */
    values: z.array(Figure).max(5_000).optional(),
  }),
  z.object({ kind: z.literal('entered'), note: z.string() }),
]);

/** One value that an input has or had. */
export const TrailEntry = z.object({ value: MaybeFigure, at: Instant, by: z.string(), origin: InputOrigin });

export const ScenarioInput = z.object({
  path: Path,
  label: z.string(),
  unit: z.string(),
  money: z.boolean(),
  /** `null`: left out, which means something of its own (no whole engineers). */
  value: MaybeFigure,
  /** Since when, by whom, from where. */
  at: Instant,
  by: z.string(),
  origin: InputOrigin,
  /** What it was before, newest first; never shortened. */
  trail: z.array(TrailEntry),
});

/** One belief: at `breakEven` the NPV is 0, the others at their values. */
export const MustBeTrue = z.object({
  path: Path,
  label: z.string(),
  unit: z.string(),
  money: z.boolean(),
  value: Figure,
  low: Figure,
  high: Figure,
  breakEven: Figure,
  /** Whether the break-even lies in the believed range. */
  within: z.boolean(),
});

/** The figures of the scenario's own comparison. */
export const ScenarioResult = z.object({
  compare: Compare,
  years: Count,
  flows: z.array(Figure),
  npv: Figure,
  irr: MaybeFigure,
  irrNote: Said,
  irrBeyond: z.enum(['above', 'below']).nullable(),
  mirr: MaybeFigure,
  payback: MaybeFigure,
  discountedPayback: MaybeFigure,
  roi: MaybeFigure,
  breakEvenSteady: MaybeFigure,
  breakEvenNpv: MaybeFigure,
  pvCost: z.partialRecord(LevelKey, Figure),
  /** What must be true, the most fragile first. */
  mustBeTrue: z.array(MustBeTrue),
  /** Reaching production sooner: never part of the NPV. `null`: no value of a model was given. */
  earlier: z.object({ weeksEarlier: z.array(Figure), value: z.array(Figure), presentValue: Figure }).nullable(),
  sentence: Said,
  /** What must be said beside the figures before somebody quotes them, the gravest first. */
  cautions: z.array(z.object({ key: CautionKey, sentence: Said, parts: SentenceParts.optional() })),
  /** What stands in the place of a headline wherever the result would be quoted; `null`: it may be. */
  withheld: Said.nullable(),
  /** Figures that count in an amount that is quoted: two as long as an input is a guess (grade D), otherwise three. */
  digits: Count,
  /** Amounts noted with incidents of which nobody has said whether they count; `null`: nothing is open. */
  noted: z.object({ cost: Figure, noted: Count, of: Count }).nullable(),
  /** What the comparison is worth in each answer in which they count; empty: nothing is open. */
  readings: z.array(Reading),
});

export const ScenarioHead = z.object({
  id: Id,
  name: z.string(),
  notes: z.string(),
  author: z.string(),
  currency: z.string(),
  /** The plan: at most one of a portfolio. */
  chosen: z.boolean(),
  preset: Preset.nullable(),
  copiedFrom: z.string().nullable(),
  createdAt: Instant,
  updatedAt: Instant,
  compare: Compare,
  /** How many inputs have which origin. */
  origins: z.object({ assumption: Count, measured: Count, entered: Count }),
  result: ScenarioResult,
});
export type ScenarioHead = Given<z.output<typeof ScenarioHead>>;

/** `few_rows`: the default's range, for the rows of the measured value are too few for one of their own. */
export const RangeSource = z.enum(['default', 'given', 'rows', 'few_rows']);

export const Scenario = ScenarioHead.extend({
  /** As `investment.project` takes them, money in major units. */
  inputs: InvestmentInputs,
  items: z.array(ScenarioInput),
  /** Every uncertain input with its range and where that comes from; the mode is the input's value. */
  uncertain: z.array(Uncertain.extend({ from: RangeSource })),
  /** Ranges that were given to inputs that are worked out now: they count again once a number is entered. */
  resting: z.array(z.object({ path: Path, low: Figure, high: Figure })),
  correlations: z.array(Correlation),
  runs: Count,
  seed: Count,
  /** What a model in production earns a year, for the separate line. */
  modelValue: MaybeFigure,
  /** What the house has said besides and had kept: start, years, people, books. `null`: nothing. */
  asked: Asked.nullable(),
  /** What parts of the investments pay for that no gap explains. */
  named: z.array(NamedPart),
});
export type Scenario = Given<z.output<typeof Scenario>>;

const Patch = z
  .object({
    name: Line.min(1),
    notes: Text,
    compare: Compare,
    /** The whole of them; each value that differs is noted as entered, with `note`. */
    inputs: InvestmentInputs,
    /** Why the inputs change. */
    note: Line,
    /** Only ranges that differ from the defaults; `mode` is not kept. */
    uncertain: z.array(Uncertain).max(60),
    correlations: z.array(Correlation).max(200),
    runs: Count.min(1).max(200_000),
    seed: Count.max(4_294_967_295),
    modelValue: MaybeFigure,
    /** The whole of it; `null`: nothing is kept. */
    asked: Asked.nullable(),
    /** The whole list. */
    named: z.array(NamedPart).max(100),
  })
  .partial()
  .strict();

export const Measured = z.object({
  key: MeasureKey,
  label: z.string(),
  unit: z.string(),
  /** `null`: the portfolio cannot say, `reason` says why. */
  value: MaybeFigure,
  reason: Said,
  n: Count,
  /** The formula in words and with its numbers. */
  words: Said,
  numbers: Said,
  /** What to know before it is taken over: few rows, what they leave out. */
  caution: Said,
  /** The inputs that it would set, as values of the inputs. */
  sets: z.array(z.object({ path: Path, label: z.string(), value: Figure })),
  rows: z.array(MeasuredRow),
});
export type Measured = z.output<typeof Measured>;

/** Where the scenario comes from. */
const From = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('preset'), preset: Preset }),
  z.object({ kind: z.literal('copy'), id: Id }),
]);

export const scenarios = {
  list: query(Empty, z.object({ scenarios: z.array(ScenarioHead) })),
  get: query(z.object({ id: Id }), Scenario),
  /** The first one of a portfolio is chosen. A preset starts from the portfolio's models in production, if any. */
  create: command(
    z.object({ name: Line.min(1).optional(), from: From, currency: Currency.optional(), notes: Text.default('') }),
    Scenario,
  ),
  update: command(z.object({ id: Id, patch: Patch }), Scenario),
  remove: command(z.object({ id: Id }), z.object({ removed: Count })),
  /** Makes it the plan that Overview shows; the one before gives way. */
  choose: command(z.object({ id: Id }), Scenario),
  compare: query(
    z.object({ ids: z.array(Id).min(2).max(8) }),
    z.object({
      scenarios: z.array(ScenarioHead),
      /** Inputs that differ, in the order of the scenarios. */
      inputs: z.array(
        z.object({
          path: Path,
          label: z.string(),
          unit: z.string(),
          money: z.boolean(),
          values: z.array(MaybeFigure),
          kinds: z.array(z.enum(['assumption', 'measured', 'entered']).nullable()),
        }),
      ),
      /** What cannot be compared, such as two currencies. */
      cautions: z.array(Said),
    }),
  ),
  /** What the portfolio's own rows say about inputs. */
  measured: query(z.object({ id: Id }), z.object({ measured: z.array(Measured) })),
  /** Takes a measured value over, measured again at that moment; what it replaces stays in the trail. */
  take: command(TakeMeasure, Scenario),
  /** Lets incidents of a plan of before follow what they are worked out from now; it says what changes before (`earlierRule`). */
  follow: command(z.object({ id: Id }), Scenario),
  /** Back to the default of the research. */
  reset: command(z.object({ id: Id, paths: z.array(Path).min(1).max(100) }), Scenario),
  /** How many people the plan takes today's models to need, beside what people noted of their run costs. */
  people: query(z.object({ id: Id }), PlanPeople),
  /** Takes over how many people keep today's models running; what was there before stays in the trail. */
  calibrate: command(ToldPeople.extend({ id: Id }), Scenario),
  /** What each model in production costs to carry a year against the value noted of it, and why it may be retired. */
  carry: query(Empty, Carry),
  /**
   * Says which models a plan retires in its first year, in the place of those that it was told before: the number that it
   * retires follows.
   */
  retire: command(Retire, Scenario),
  /** Gaps of the latest finished assessment as possible cost lines. */
  gaps: query(
    z.object({ id: Id }),
    z.object({
      assessment: z.object({ id: Id, name: z.string(), finishedAt: Instant }).nullable(),
      reason: Said,
      lines: z.array(GapLine),
    }),
  ),
  /** Takes gaps over as cost lines, with months and effort of the roadmap. */
  takeGaps: command(
    z.object({
      id: Id,
      gaps: z
        .array(z.object({ questionId: z.string().max(20), yearly: Figure.default(0) }))
        .min(1)
        .max(60),
      /** The investment of a level already pays for building it: takes the one-off costs out of it, down to 0. */
      fromInvestment: z.boolean().default(false),
    }),
    Scenario,
  ),
  /** Every figure: its formula, with its numbers, and the inputs behind it. */
  explain: query(
    z.object({ id: Id, compare: Compare.optional(), level: LevelKey.optional(), year: Count.optional() }),
    z.object({
      compare: Compare,
      figures: z.array(FigureExplanation),
      levels: z.array(LevelExplanation),
      /** Of the level and the year asked for; all of them where none is named. */
      years: z.array(YearExplanation),
      /** Levels and the staged path side by side, as every surface asks for them. */
      options: z.array(OptionExplanation),
      inputs: z.array(ScenarioInput),
    }),
  ),
};
