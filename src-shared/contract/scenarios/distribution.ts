import { z } from 'zod';

const Figure = z.number();
/** Rows behind a median or a mean. */
const Values = z.array(Figure).max(5_000);
const Scale = Figure.optional();

/** How an uncertain number may be. `scale` multiplies what the rows say: 1/7 for weeks from days. */
export const Distribution = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('pert'), low: Figure, mode: Figure, high: Figure }),
  z.object({ kind: z.literal('rate'), events: Figure, exposure: Figure, scale: Scale }),
  z.object({ kind: z.literal('share'), part: Figure, n: Figure }),
  z.object({ kind: z.literal('median'), values: Values, scale: Scale }),
  z.object({ kind: z.literal('mean'), values: Values, scale: Scale }),
  z.object({ kind: z.literal('entered'), value: Figure, low: Figure.optional(), high: Figure.optional() }),
]);
