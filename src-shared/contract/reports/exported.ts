import { z } from 'zod';
import { Count } from '../common';

export const Exported = z.object({
  /** As it was given in `out`. */
  path: z.string(),
  bytes: Count,
  /** Without the head. */
  rows: Count,
});
