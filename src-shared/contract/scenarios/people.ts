import { z } from 'zod';
import { CalendarDate, Count } from '../common';

const Figure = z.number();

/** How many people a plan takes today's models to need. */
export const PlanPeople = z.object({
  /** Models of today, of which the plan speaks. */
  models: Figure,
  /** Full-time people for updates, faults and watching, as the plan stands. */
  implied: Figure,
  /** `null`: no run cost is noted, or in another currency than the plan's. */
  runCosts: z
    .object({
      /** Sum of what is noted, and of how many models; money in major units. */
      sum: Figure,
      models: Count,
      inProduction: Count,
      /** The same for as many models as the plan has today. */
      noted: Figure,
      /** What the plan says of its first year, without deployments. */
      plan: Figure,
      /** noted / plan; beyond 0.5 to 2 somebody should look. */
      ratio: Figure.nullable(),
    })
    .nullable(),
});

/** What somebody who knows says: full-time people of last month, for updates, faults and watching. */
export const ToldPeople = z.object({
  least: Figure,
  likely: Figure,
  most: Figure,
  by: z.string().trim().min(1).max(500),
  /** The day on which it was said. */
  day: CalendarDate,
  /** The levels above stay as they are, or keep their proportion to today's. */
  above: z.enum(['absolute', 'inProportion']).default('absolute'),
});
