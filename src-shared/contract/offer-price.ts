import { z } from 'zod';
import { MinorUnits } from './common';

const Money = MinorUnits.min(0).nullable();

/** What an offer asks for; `null`: not known yet. Money in minor units of `currency`. */
export const OfferPrice = z
  .object({
    /** The level that it is to reach: its people, hours and incidents are that level's. */
    level: z.enum(['L2', 'L3']),
    currency: z.string().regex(/^[A-Z]{3}$/, 'write a currency as three letters, such as EUR'),
    oneOffMinor: Money,
    perYearMinor: Money,
    perModelMinor: Money,
    exitMinor: Money,
    /** Own platform cost a year that stays beside it. */
    keepPlatformMinor: Money,
    /** Yearly growth of the bill by the contract, in place of inflation: 0.05. */
    escalator: z.number().min(-0.99).max(5).nullable(),
    /** How much of what was to be built it replaces, 0–1. */
    coverage: z.number().min(0).max(1).nullable(),
    /** `null`: as the level's own. */
    rampMonths: z.number().min(0).max(120).nullable(),
    /** How prices by user or event were turned into these. */
    note: z.string().trim().max(2000),
  })
  .strict();
