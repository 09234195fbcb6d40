import { z } from 'zod';
import { FACET_KINDS } from '#domain/connections/facet-kinds';
import { WORD_FIELDS } from '#domain/incidents/ticket-words';
import { Count, Id } from '../common';

/** Tickets of no model, by what they say that no rule speaks of: the most frequent first. */
const Unattached = z.object({
  by: z.enum(FACET_KINDS),
  text: z.string(),
  tickets: Count,
  samples: z.array(z.string()),
  /** A model that is called so; nothing is attached by it. */
  suggested: z.object({ modelId: Id, name: z.string() }).nullable(),
});

export const Attach = z.object({
  /** Incidents that would be of no model, and among them those whose rules lead to several, and those that say nothing. */
  unattached: Count,
  several: Count,
  nameless: Count,
  /** Its rules with the tickets that they fit; `modelName` is '' of none and of a model that is gone. */
  rules: z.array(
    z.object({
      by: z.enum(FACET_KINDS),
      is: z.string(),
      modelId: Id.nullable(),
      modelName: z.string(),
      tickets: Count,
    }),
  ),
  /** At most 200. */
  waiting: z.array(Unattached),
});

export const ConnectionRules = z.object({
  /** Of the tickets that are here, whatever the server has besides; `null`: its kind has none. */
  attach: Attach.nullable(),
  /** Incidents that the rules would give to a model now. */
  attaches: Count,
  /** States and priorities that its tickets had, with what they mean. */
  words: z.array(
    z.object({
      field: z.enum(WORD_FIELDS),
      from: z.string(),
      /** As the system says it, else as its name suggests; '' = nobody knows, `null`: it was not read on this computer. */
      means: z.string().nullable(),
      /** As somebody said; `null`: nobody did. */
      said: z.string().nullable(),
    }),
  ),
});
export type ConnectionRules = z.output<typeof ConnectionRules>;
