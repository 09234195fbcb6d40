import { z } from 'zod';
import { JobId } from './common';
import { query } from './define';

export const jobs = {
  /** Asks running work to stop; it then answers `cancelled` and has written nothing. A query: it changes no fact. */
  cancel: query(z.object({ jobId: JobId }), z.object({ cancelled: z.boolean() })),
};
