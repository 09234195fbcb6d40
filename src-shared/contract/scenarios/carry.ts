import { z } from 'zod';
import { Count, Id, Instant, Tier } from '../common';

const Figure = z.number();
const MaybeFigure = z.number().nullable();

const Reason = z.discriminatedUnion('key', [
  z.object({ key: z.literal('costsMore'), by: Figure }),
  z.object({ key: z.literal('ended'), version: z.string(), until: z.string() }),
  z.object({ key: z.literal('quiet'), since: z.string() }),
]);

const CarryRow = z.object({
  id: Id,
  name: z.string(),
  tier: Tier.nullable(),
  unit: z.string(),
  owner: z.string(),
  runCost: MaybeFigure,
  value: MaybeFigure,
  lastSign: Instant.nullable(),
  incidents: z.array(
    z.object({
      id: Id,
      number: Count,
      title: z.string(),
      hours: MaybeFigure,
      cost: MaybeFigure,
      price: MaybeFigure,
      from: z.enum(['noted', 'hours', 'both']).nullable(),
    }),
  ),
  incidentCost: Figure,
  unpriced: Count,
  people: MaybeFigure,
  carry: MaybeFigure,
  balance: MaybeFigure,
  reasons: z.array(Reason),
});

const People = z.object({
  hour: Figure,
  perModel: Figure,
  updateHours: Figure,
  hoursPerYear: Figure,
  hoursOnTop: z.boolean(),
});

/** Models in production with what they cost to carry, candidates first; money in major units a year. */
export const Carry = z.object({
  /** Of what is noted with models and incidents. */
  currency: z.string(),
  /** Of the chosen plan; `null`: there is none, or it is in another currency. */
  people: People.nullable(),
  plan: z
    .object({
      id: Id,
      name: z.string(),
      currency: z.string(),
      /** Models that it retires in its first year, and which of them somebody has chosen here. */
      retiredFirst: Figure,
      chosen: z.array(Id),
    })
    .nullable(),
  rows: z.array(CarryRow),
});

/** Which models the plan retires in its first year: those that come, and those that go back. */
export const Retire = z.object({ id: Id, modelIds: z.array(Id).max(10_000) });
