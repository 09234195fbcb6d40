import { z } from 'zod';
import { CONFIDENCES, FORCES } from '#domain/governance/rule-pack';
import { CalendarDate, Count, Day, Id, Tier } from '../common';
import { query } from '../define';
import { ModelFilter } from '../models/model-filter';
import { Letters, PackHead, PackReference, State, Verified } from './parts';

const Fraction = z.object({ held: Count, missing: Count });
const Letter = z.enum(['M', '?', 'D', 'L', 'H', '-']);

/** Who asks for a column. */
const Asker = z.object({
  pack: z.string(),
  id: z.string(),
  label: z.string(),
  ref: z.string(),
  force: z.enum(FORCES),
  confidence: z.enum(CONFIDENCES),
  verify: z.string(),
  verified: Verified,
  house: z.boolean(),
});

/** Something that is asked for, once, whoever asks. */
const MapColumn = z.object({
  key: z.string(),
  what: z.enum(['field', 'duty']),
  per: z.enum(['model', 'organisation']),
  label: z.string(),
  /** Where an answer stands (`field:purpose`), or kinds of evidence that show it (`evidence:dpia`). */
  places: z.array(z.string()),
  asked: z.array(Asker),
  /** Models by letter: there, missing, later, due, not asked, not known; of the organisation one. */
  counts: z.record(Letter, Count),
});

const MapGroup = z.object({
  tier: Tier.nullable(),
  models: Count,
  /** Of each column, in their order: models where it is there, and where it is missing. */
  there: z.array(Count),
  missing: z.array(Count),
  /** Of each column: models where it waits, is later or unknown. */
  waiting: z.array(Count),
  /** Of each text: of its fields, those held and those missing. */
  fractions: z.array(Fraction),
});

const MapRow = z.object({
  modelId: Id,
  name: z.string(),
  tier: Tier.nullable(),
  owner: z.string(),
  /** A letter a column that is asked of each model, `-` for one of the organisation. */
  cells: Letters,
  fractions: z.array(Fraction),
});

/** A gap: one column that is missing from one day on, of how many models. */
const WorkItem = z.object({
  /** From which day the source asks; `null`: no day is set. */
  since: CalendarDate.nullable(),
  column: z.string(),
  label: z.string(),
  what: z.enum(['field', 'duty']),
  per: z.enum(['model', 'organisation']),
  places: z.array(z.string()),
  packs: z.array(z.string()),
  /** Ids of the lines, in the order of `refs`. */
  lines: z.array(z.string()),
  refs: z.array(z.string()),
  /** Whether something is to be verified in the official text, and of those lines what came of it. */
  verify: z.boolean(),
  verified: z.array(Verified),
  models: Count,
  tiers: z.array(z.object({ tier: Tier.nullable(), models: Count })),
  /** Those who answer for most of them; '' = nobody is named. */
  owners: z.array(z.object({ owner: z.string(), models: Count })),
  ownersInAll: Count,
  withoutOwner: Count,
});

const SideBySide = {
  packs: z.array(PackReference).min(1).max(10),
  at: Day.optional(),
  filter: ModelFilter.optional(),
};
const MapText = PackHead.extend({
  state: State,
  models: Count,
  scopeUnknown: Count,
  fields: Fraction,
  duties: Fraction,
});

export const sideBySide = {
  /** Models before several texts at once: what more than one asks for stands once. */
  map: query(
    z.object({
      ...SideBySide,
      rows: z
        .object({
          tier: Tier.nullable().optional(),
          /** Only those that stand in this column as `letters` say. */
          column: z.string().max(500).optional(),
          letters: z.string().max(6).optional(),
          offset: Count.optional(),
          /** 200 where nothing is said. */
          limit: z.int().min(0).max(100_000).optional(),
        })
        .optional(),
    }),
    z.object({
      day: CalendarDate,
      texts: z.array(MapText),
      models: Count,
      columns: z.array(MapColumn),
      groups: z.array(MapGroup),
      matching: Count,
      rows: z.array(MapRow),
    }),
  ),
  /** What is missing on a day, the soonest first and then what concerns tier 1. */
  worklist: query(
    z.object(SideBySide),
    z.object({ day: CalendarDate, texts: z.array(MapText), models: Count, items: z.array(WorkItem) }),
  ),
};
