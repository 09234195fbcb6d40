import { z } from 'zod';
import { Distribution } from './distribution';

// Ranges are checked by the rules, which answer with a sentence for each figure; here only shapes.
const Figure = z.number();
export const LevelKey = z.enum(['L1', 'L2', 'L3']);

export const LevelInputs = z
  .object({
    deployWeeks: Figure,
    deployFte: Figure,
    operateFte: Figure,
    modelsPerEngineer: Figure.optional(),
    minEngineers: Figure.optional(),
    retrainHours: Figure,
    incidentsPerModel: Figure,
    platformFixed: Figure,
    platformPerModel: Figure,
    investment: Figure,
    progressRatio: Figure.optional(),
    floorWeeks: Figure.optional(),
    rampMonths: Figure.optional(),
    exitCost: Figure.optional(),
    delayMonths: Figure.optional(),
  })
  .strict();

/** A cost beside the model: one-off by month, yearly once it is built; never ramped. */
export const CostLine = z
  .object({
    id: z.string().min(1).max(64),
    label: z.string().max(500),
    /** The levels that have to pay for it. */
    levels: z.array(LevelKey).min(1).max(3),
    /** Month in which it begins; 0 = the first. */
    startMonth: Figure,
    /** Months that it takes. */
    months: Figure,
    oneOff: Figure,
    yearly: Figure,
  })
  .strict();

/** Money in major units of one currency, at the prices of year 1. */
export const InvestmentInputs = z
  .object({
    loadedAnnual: Figure,
    weeksPerYear: Figure,
    hoursPerYear: Figure,
    discountRate: Figure,
    inflation: Figure.optional(),
    incidentCost: Figure,
    updatesPerYear: Figure,
    newModels: z.array(Figure).max(50),
    retired: z.array(Figure).max(50).optional(),
    modelsAtStart: Figure.optional(),
    liveBasis: z.enum(['mean', 'end']).optional(),
    levels: z.partialRecord(LevelKey, LevelInputs),
    costLines: z.array(CostLine).max(60).optional(),
    /** Person-hours of an incident, and what it costs beside them. */
    incidentHours: Figure.optional(),
    incidentOtherCost: Figure.optional(),
    /** Shares of level 1's incidents that the level avoids. */
    incidentReductionL2: Figure.optional(),
    incidentReductionL3: Figure.optional(),
    /** Inputs that are worked out from others: `incidentCost`, `levels.L2.incidentsPerModel`. */
    derived: z.array(z.string().max(100)).max(10).optional(),
  })
  .strict();

export const Uncertain = z.object({
  path: z.string().max(100),
  low: Figure,
  mode: Figure,
  high: Figure,
  /** What it is drawn from; left out: PERT of the three points. */
  of: Distribution.optional(),
});
export const Correlation = z.object({ a: z.string().max(100), b: z.string().max(100), spearman: Figure });
