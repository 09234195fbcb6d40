import { z } from 'zod';
import { Count, JobId } from '../common';
import { query, Said } from '../define';
import { Correlation, InvestmentInputs, LevelKey, Uncertain } from './inputs';
import { options } from './options';
import { views } from './views';

const Figure = z.number();
const Question = z.object({
  inputs: InvestmentInputs,
  /** Such as `L2 vs L1`. */
  compare: z.string().max(20),
  uncertain: z.array(Uncertain).max(60),
});

const MaybeFigure = z.number().nullable();
const Components = z.object({
  deploy: Figure,
  operate: Figure,
  retrain: Figure,
  incident: Figure,
  platform: Figure,
  total: Figure,
});

export const Projection = z.object({
  portfolio: z.array(z.object({ newModels: Figure, living: Figure, deployedBefore: Figure })),
  levels: z.partialRecord(
    LevelKey,
    z.object({
      investment: Figure,
      yearCost: z.array(Figure),
      cumulative: z.array(Figure),
      pvCost: Figure,
      components: z.array(Components),
      /** Share of the work that is done the new way, by year. */
      ramp: z.array(Figure),
      /** Cost lines of the level, by year. */
      lines: z.array(Figure),
    }),
  ),
  comparisons: z.record(
    z.string(),
    z.object({
      flows: z.array(Figure),
      npv: Figure,
      npvMid: Figure,
      irr: MaybeFigure,
      /** 'ok', or why there is no single rate. */
      irrNote: Said,
      /** With several changes of sign: every rate at which the NPV is 0. */
      irrAll: z.array(Figure).nullable(),
      signChanges: Count,
      /** One change of sign and no rate between -99 % and 1000 %: on which side it lies. */
      irrBeyond: z.enum(['above', 'below']).nullable(),
      mirr: MaybeFigure,
      payback: MaybeFigure,
      discountedPayback: MaybeFigure,
      roi: MaybeFigure,
      roiPresentValue: MaybeFigure,
      breakEvenSteady: MaybeFigure,
      breakEvenNpv: MaybeFigure,
    }),
  ),
});

/** The rules of the investment case for scripts and screens; they need no portfolio. */
export const investment = {
  project: query(z.object({ inputs: InvestmentInputs }), Projection),
  simulate: query(
    Question.extend({
      correlations: z.array(Correlation).max(200).default([]),
      runs: Count.min(1).default(10_000),
      seed: Count.default(1),
      jobId: JobId.optional(),
    }),
    z.object({
      mean: Figure,
      sd: Figure,
      p05: Figure,
      p10: Figure,
      p25: Figure,
      p50: Figure,
      p75: Figure,
      p90: Figure,
      p95: Figure,
      probabilityPositive: Figure,
      runs: Count,
      seed: Count,
      /** NPV in bins of equal width: one edge more than counts. */
      histogram: z.object({ edges: z.array(Figure), counts: z.array(Count) }),
      /** Cumulative cost of the two levels from t = 0 on: the fan. */
      cumulative: z.partialRecord(
        LevelKey,
        z.object({ p10: z.array(Figure), p50: z.array(Figure), p90: z.array(Figure) }),
      ),
    }),
  ),
  sensitivity: query(
    Question,
    z.object({
      base: Figure,
      rows: z.array(
        z.object({
          path: z.string(),
          low: Figure,
          high: Figure,
          npvLow: Figure,
          npvHigh: Figure,
          swing: Figure,
          breakEvenValue: MaybeFigure,
        }),
      ),
    }),
  ),
  options,
  views,
};
