import { z } from 'zod';
import { READING_OUTCOMES } from '#domain/governance/vocabulary';
import { CalendarDate, Count, Day, Empty, FileReference, Id } from '../common';
import { command, query, Said } from '../define';
import { PackHead, PackReference, State, Verified } from './parts';
import { Pack } from './rule-pack';

const Line = z.string().trim().max(500);
/** An edition by its name: `eu-ai-act@2026-07-27`. */
const PackName = z
  .string()
  .max(80)
  .regex(/^[a-z0-9-]{3,60}@\d{4}-\d{2}-\d{2}$/, 'write a pack as eu-ai-act@2026-07-27');
const Span = z.object({ from: CalendarDate, until: CalendarDate.nullable() });

const Listed = PackHead.extend({
  state: State,
  /** Days on which it is the edition in force of its line; none: it never is. */
  inForce: z.array(Span),
  fields: Count,
  duties: Count,
  clocks: Count,
  /** Lines, clocks and transitions with something to verify, by what came of it. */
  verify: z.object({ open: Count, read: Count, differs: Count, lapsed: Count }),
});

const Problem = z.object({ place: z.string(), words: z.string() });

/** What would become of a pack that is given. */
const Checked = z.object({
  /** Empty: it can be taken. */
  problems: z.array(Problem),
  pack: z
    .object({ name: PackName, title: z.string(), issuer: z.string(), who: z.string(), fields: Count, duties: Count })
    .nullable(),
  /** `new`, or how it meets what is there, which has to be accepted. */
  meeting: z.enum(['new', 'edition', 'stands_in', 'replaces_own']).nullable(),
  /** What follows, each as a sentence. */
  words: z.array(Said),
  /** Others of its line would count on other days: that has to be accepted, of an edit too. */
  moves: z.boolean(),
});

/** A pack that was written in the program; what is wrong with it is said as of a file. */
const Given = z.record(z.string(), z.unknown());

const Item = z.object({
  what: z.enum(['line', 'clock', 'transition']),
  id: z.string(),
  label: z.string(),
  ref: z.string(),
  verify: z.string(),
  verified: Verified,
});

export const packs = {
  /** Every edition, shipped and own, with the days on which it counts. */
  list: query(
    z.object({ at: Day.optional() }).default({}),
    z.object({
      packs: z.array(Listed),
      /** Own packs of the file that cannot be read: they are kept, and not compared with. */
      unreadable: z.array(z.object({ name: z.string(), problem: Problem })),
    }),
  ),
  /** One edition as it is, with what is to be verified in it and who has read it. */
  get: query(
    z.object({ pack: PackReference, at: Day.optional() }),
    z.object({ head: Listed, pack: Pack, basedOn: z.string(), items: z.array(Item) }),
  ),
  /** Looks at a file, or at a pack as it is being edited; nothing is stored. */
  check: query(
    z.union([z.object({ file: FileReference }), z.object({ given: Given, was: PackName.optional() })]),
    Checked,
  ),
  /** Takes a pack in from a file. */
  add: command(
    z.object({
      file: FileReference,
      /** That it meets others of its line is meant. */
      accepted: z.boolean().default(false),
    }),
    z.object({ pack: PackName, words: z.array(Said) }),
  ),
  /** Stores an own pack as it was edited, or as a copy of another. */
  save: command(
    z.object({
      given: Given,
      /** The own edition that this is an edit of; left out: a new one. */
      was: PackName.optional(),
      /** The edition that it was copied from. */
      basedOn: PackName.optional(),
      accepted: z.boolean().default(false),
    }),
    z.object({ pack: PackName, words: z.array(Said) }),
  ),
  remove: command(z.object({ pack: PackName }), z.object({ removed: Count })),
  /** Writes a pack as a file that can be taken in again. */
  export: query(z.object({ pack: PackReference, out: FileReference }), z.object({ path: z.string() })),
  /** Notes that somebody held an item against the official text, as it is worded now. */
  noteReading: command(
    z.object({
      pack: PackName,
      what: z.enum(['line', 'clock', 'transition']).default('line'),
      item: z.string().min(1).max(60),
      outcome: z.enum(READING_OUTCOMES),
      by: Line.optional(),
      on: CalendarDate.optional(),
      /** Where the text was read. */
      link: z.string().trim().max(2_000).default(''),
      note: z.string().trim().max(5_000).default(''),
    }),
    z.object({ id: Id, verified: Verified }),
  ),
  /** Takes a reading back: it was noted by mistake. */
  removeReading: command(z.object({ id: Id }), z.object({ removed: Count })),
  /** The published schema of a pack as a file. */
  schema: query(Empty, z.object({ schema: z.record(z.string(), z.unknown()) })),
};
