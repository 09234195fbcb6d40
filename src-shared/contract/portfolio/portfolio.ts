import { z } from 'zod';
import { CalendarDate, Count, Empty, FileReference, Id, Instant, JobId, Monitoring, Precision, Stage } from '../common';
import { command, query } from '../define';

const Currency = z
  .string()
  .trim()
  .regex(/^[A-Z]{3}$/, 'write a currency as its three letters, such as EUR');
const PortfolioName = z.string().trim().min(1, 'a portfolio needs a name').max(200);

const OpenPortfolio = z.object({
  name: z.string(),
  currency: z.string(),
  fileName: z.string(),
  folder: z.string(),
  readOnly: z.boolean(),
});

export const Recent = z.object({
  id: Id,
  name: z.string(),
  fileName: z.string(),
  folder: z.string(),
  openedAt: Instant,
  /** False: the file is not where it was. */
  present: z.boolean(),
});

/** Which portfolio is open, outside of any portfolio. */
export const workspace = {
  status: query(
    Empty,
    z.object({
      portfolio: OpenPortfolio.nullable(),
      recents: z.array(Recent),
      appVersion: z.string(),
      yourName: z.string(),
    }),
  ),
  /** Without `file` the host puts it into its own portfolio folder. An existing file is never overwritten. */
  create: command(
    z.object({ name: PortfolioName, currency: Currency.default('EUR'), file: FileReference.optional() }),
    OpenPortfolio,
  ),
  /**
   * Makes the sample portfolio and opens it: an insurer's models over the three years before `day` (today when left out).
   * The same day and seed give the same portfolio on every machine.
   */
  sample: command(
    z.object({
      file: FileReference.optional(),
      day: CalendarDate.optional(),
      seed: Count.max(4_294_967_295).optional(),
      jobId: JobId.optional(),
    }),
    OpenPortfolio,
  ),
  open: command(z.object({ file: FileReference }), OpenPortfolio),
  openRecent: command(z.object({ id: Id }), OpenPortfolio),
  forgetRecent: command(z.object({ id: Id }), z.object({ forgotten: Count })),
  close: command(Empty, z.object({ closed: z.boolean() })),
  /** The name that the journal gives to whoever works here. */
  setYourName: command(z.object({ name: z.string().trim().min(1).max(120) }), z.object({ yourName: z.string() })),
};

export const portfolio = {
  info: query(
    Empty,
    z.object({
      name: z.string(),
      currency: z.string(),
      schemaVersion: Count,
      models: Count,
      inProduction: Count,
      /** Models whose drift asks for something to be done. */
      inAct: Count,
      fileName: z.string(),
      folder: z.string(),
      readOnly: z.boolean(),
      sizeBytes: Count,
      createdAt: Instant,
    }),
  ),
  rename: command(z.object({ name: PortfolioName }), z.object({ name: z.string() })),
  /** Models and their stages as they were on a day, by the effective dates of their moves. */
  asOf: query(
    z.object({ at: Instant }),
    z.object({
      at: Instant,
      models: Count,
      inProduction: Count,
      rows: z.array(
        z.object({
          id: Id,
          name: z.string(),
          unit: z.string(),
          stage: Stage,
          stageSince: Instant.nullable(),
          /** How exactly `stageSince` is known: of a month, a quarter or a year it is the middle. */
          stageSincePrecision: Precision,
          /** Whether it was watched then; `null`: it was not in production. */
          monitoring: Monitoring.nullable(),
        }),
      ),
    }),
  ),
};
