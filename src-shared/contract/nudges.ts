import { z } from 'zod';
import { Count, Empty, Id } from './common';
import { command, query, Said } from './define';
import { MondayKind } from './overview';

/** What somebody may be told of while looking at something else; `imports`: that an import has finished. */
export const NudgeKind = z.enum([...MondayKind.options, 'imports']);
export type NudgeKind = z.output<typeof NudgeKind>;

const Kinds = z.array(NudgeKind).refine((kinds) => new Set(kinds).size === kinds.length, 'name each kind once');

/** Asked for by each person on each computer; nobody is told anything unasked. */
export const nudges = {
  settings: query(Empty, z.object({ kinds: Kinds })),
  /** What is so already when a kind is chosen is no news. */
  choose: command(z.object({ kinds: Kinds }), z.object({ kinds: Kinds })),
  /**
   * Hands out what is so now and was not handed out before, one nudge a kind; it is noted beside the portfolio as told. Of a
   * portfolio that is seen for the first time, nothing is news.
   */
  take: command(
    Empty,
    z.object({
      nudges: z.array(
        z.object({
          kind: MondayKind,
          title: Said,
          body: Said,
          count: Count,
          /** The one thing that it is about; `null`: several. */
          about: z.object({ modelId: Id.nullable(), incidentId: Id.nullable() }).nullable(),
        }),
      ),
    }),
  ),
};
