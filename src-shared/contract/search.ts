import { z } from 'zod';
import { Count, Id } from './common';
import { query, Said } from './define';

export const FOUND_KINDS = ['model', 'incident', 'scenario', 'assessment'] as const;
const Found = z.object({ kind: z.enum(FOUND_KINDS), id: Id });

/** Things that are looked for by their name, wherever they lie. */
export const search = {
  /**
   * What holds every word, the best first: its name begins with the words, a word of it does, they stand in it, they stand
   * elsewhere (unit, owner, tags). Of two alike what was opened lately comes first, then what was changed lately. Without
   * words: what was opened lately.
   */
  find: query(
    z.object({
      text: z.string().max(200).default(''),
      /** What was opened lately, the last first; what is no longer there is left out. */
      recent: z.array(Found).max(30).default([]),
      /** Of each kind. */
      limit: Count.min(1).max(20).default(6),
    }),
    z.object({
      hits: z.array(Found.extend({ label: z.string(), detail: Said, rank: Count, recent: z.boolean() })),
    }),
  ),
};
