import { z } from 'zod';
import { Health, Instant, Stage, Tier } from './common';
import { Said } from './define';

/** Every figure of the register of quantities, as its screen shows it today, for whoever has a dashboard. */
export const Figures = z.object({
  at: Instant,
  portfolio: z.string(),
  /** Of amounts of money, which are in major units; that of the chosen plan. */
  currency: z.string(),
  contentHash: z.string(),
  /** Changes of this copy of a shared portfolio that the others do not have yet; left out: none. */
  unshared: z.number().int().positive().optional(),
  figures: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      unit: z.string(),
      definition: z.string(),
      /** `null`: it is not known, or withheld. */
      value: z.number().nullable(),
      /** Why a figure that there is is withheld. */
      withheld: Said.nullable(),
    }),
  ),
  /** Parts of `models`, `inProduction` and `openIncidents`, as Overview shows them. */
  byStage: z.array(z.object({ stage: Stage, models: z.number() })),
  byTier: z.array(z.object({ tier: Tier.nullable(), models: z.number(), inProduction: z.number() })),
  byHealth: z.array(z.object({ health: Health, inProduction: z.number() })),
  byUnit: z.array(z.object({ unit: z.string(), models: z.number(), inProduction: z.number() })),
  /** `null`: not rated. */
  openIncidentsBySeverity: z.array(z.object({ severity: z.number().nullable(), incidents: z.number() })),
});
export type Figures = z.output<typeof Figures>;
