import { z } from 'zod';
import { Count } from '../common';
import { query } from '../define';
import { LevelKey } from './inputs';
import { DecisionInputs, Team, Triangle, UncertainOfDecision } from './options-question';

// As in investment.options: the rules check ranges and answer with sentences; here only shapes.
const Figure = z.number();
const MaybeFigure = z.number().nullable();
const Path = z.string().max(100);
const Ticks = z.array(Figure).min(1).max(15);

const ViewsQuestion = z
  .object({
    inputs: DecisionInputs,
    /** `L3 vs L1`: the higher level first. */
    compare: z.string().max(20),
    /** Years to judge over; left out: the plan's. */
    horizon: Figure.optional(),
    growth: z.enum(['hold', 'continue']).default('hold'),
    /** How benefits and costs are adjusted for risk; left out: 0.7, 1, 1 and 1, 1, 1.3. */
    benefit: Triangle.optional(),
    cost: Triangle.optional(),
    /** Two inputs to move at once; without both there is no table. */
    pathX: Path.optional(),
    pathY: Path.optional(),
    /** Left out: from the range of the input. */
    xs: Ticks.optional(),
    ys: Ticks.optional(),
    uncertain: z.array(UncertainOfDecision).max(60).default([]),
    /** Left out: 3 months, 15 %. */
    dip: z.object({ months: Figure, share: Figure }).strict().optional(),
    /** Where it says so, what hires cost is in every figure. */
    team: Team.optional(),
  })
  .strict();

const Tei = z.object({
  pvBenefits: Figure,
  pvCosts: Figure,
  npv: Figure,
  roiTei: MaybeFigure,
  payback: MaybeFigure,
});

const ViewsAnswer = z.object({
  compare: z.string(),
  years: Count,
  npv: Figure,
  tei: z.object({ benefitFactor: Figure, costFactor: Figure, plain: Tei, adjusted: Tei }),
  /** Three figures that are all called ROI. */
  returns: z.object({ simple: MaybeFigure, presentValue: MaybeFigure, tei: MaybeFigure }),
  twoWay: z
    .object({
      pathX: Path,
      xs: z.array(Figure),
      /** Where the plan stands among them. */
      atX: Count,
      pathY: Path,
      ys: z.array(Figure),
      atY: Count,
      /** Rows by y. */
      cells: z.array(z.array(z.object({ npv: Figure, cheapest: LevelKey }))),
    })
    .nullable(),
  dip: z.object({ months: Figure, share: Figure, cost: Figure, npv: Figure, payback: MaybeFigure }),
});

/** One comparison seen in other ways; nothing is simulated, and it needs no portfolio. */
export const views = query(ViewsQuestion, ViewsAnswer);
