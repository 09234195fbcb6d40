import { z } from 'zod';
import { CONFIDENCES, FORCES, QUESTION_TYPES } from '#domain/governance/rule-pack';
import { BODIES, GATE_REQUIREMENTS, MODEL_FACT_NAMES, ORGANISATION_FACTS } from '#domain/governance/vocabulary';
import { CalendarDate, Count, Day, Empty, FileReference, Id, JobId, Tier } from '../common';
import { command, query, Said } from '../define';
import { ModelFilter } from '../models/model-filter';
import { Locale, Paper } from '../reports/reports';
import { Letters, PackHead, PackReference, State, Verified } from './parts';
import { sideBySide } from './side-by-side';
import { templates } from './templates';

const Line = z.string().trim().max(500);
const Text = z.string().trim().max(50_000);
const Ids = z.array(Id).min(1).max(100_000);
const PackSummary = PackHead.extend({
  /** How it stands to the day that was asked for. */
  state: State,
  fields: Count,
  duties: Count,
  /** Lines of which something is to be checked in the official text; `read`: of those somebody found to stand as they are. */
  verify: Count,
  read: Count,
  /** It applies to units that chose it. */
  byChoice: z.boolean(),
});

const Told = {
  id: z.string(),
  label: z.string(),
  ref: z.string(),
  group: z.string(),
  force: z.enum(FORCES),
  per: z.enum(['model', 'organisation']),
  confidence: z.enum(CONFIDENCES),
  /** What a person must check in the official text; empty: nothing. */
  verify: z.string(),
  verified: Verified,
  help: z.string(),
};

const FieldCounts = z.object({
  ...Told,
  ask: z.string(),
  near: z.string(),
  /** Where the answer stands: `field:purpose`. */
  from: z.array(z.string()),
  held: Count,
  missing: Count,
  later: Count,
  notApplicable: Count,
  unknown: Count,
});

const DutyCounts = z.object({
  ...Told,
  who: z.string(),
  /** Its interval is ours; the source names none. */
  house: z.boolean(),
  /** Kinds of evidence that would show it. */
  evidence: z.array(z.string()),
  met: Count,
  missing: Count,
  due: Count,
  notApplicable: Count,
  unknown: Count,
});

const CompletenessRow = z.object({
  modelId: Id,
  name: z.string(),
  unit: z.string(),
  tier: Tier.nullable(),
  owner: z.string(),
  /** `unknown`: nobody has said where its unit belongs. */
  scope: z.enum(['yes', 'unknown']),
  class: z.string().nullable(),
  /**
   * A letter a field, then a duty, of those that are asked of each model, in their order: H held or met, M missing, L later,
   * D due, - not applicable, ? unknown.
   */
  fields: Letters,
  duties: Letters,
});

/** Which models are listed: tier 1 first, then by name. */
const RowsWanted = z.object({
  /** Only those that stand in this line as `letters` say. */
  line: z.string().max(60).optional(),
  letters: z.string().max(6).optional(),
  offset: Count.optional(),
  /** 500 where nothing is said. */
  limit: z.int().min(0).max(100_000).optional(),
});

const Answer = z.union([z.string().max(5_000), z.array(z.string().max(200)).max(100)]);

const Question = z.object({
  id: z.string(),
  label: z.string(),
  type: z.enum(QUESTION_TYPES),
  options: z.array(z.object({ value: z.string(), label: z.string(), help: z.string() })),
  help: z.string(),
  /** Taken while nobody has answered, and shown as assumed. */
  assumed: z.string().nullable(),
  answer: Answer.nullable(),
  on: z.string().nullable(),
  by: z.string().nullable(),
});

const GovernedUnit = z.object({
  unit: z.string(),
  /** Models of the unit and of those below it that have no row of their own. */
  models: Count,
  /** Nobody has said yet. */
  known: z.boolean(),
  jurisdictions: z.array(z.string()),
  bodies: z.array(z.enum(BODIES)),
  frameworks: z.array(z.string()),
});

const OrganisationFacts = z.object(
  Object.fromEntries(ORGANISATION_FACTS.map((name) => [name, Text])) as Record<
    (typeof ORGANISATION_FACTS)[number],
    typeof Text
  >,
);
const FactValue = z.union([Text, z.array(Line).max(250)]);
const Facts = z.partialRecord(z.enum(MODEL_FACT_NAMES), FactValue);

/** A class of incident with its days: the last one where the day of awareness is known. */
const ClockClass = z.object({ value: z.string(), label: z.string(), days: Count, due: CalendarDate.nullable() });

const ClockHead = {
  pack: z.string(),
  packName: z.string(),
  clock: z.string(),
  clockLabel: z.string(),
  ref: z.string(),
  recipient: z.string(),
  /** What a person must check in the official text; empty: nothing. */
  verify: z.string(),
  verified: Verified,
  origin: PackHead.shape.origin,
  mayBeIncomplete: z.boolean(),
  /** The first day on which the text asks for such reports, of whatever system; `null`: not set. */
  effectiveFrom: z.string().nullable(),
  classes: z.array(ClockClass),
};

/** The clock of an incident by one text: from the day of awareness, calendar days, the last one included. */
const IncidentReport = z.object({
  id: Id,
  incidentId: Id,
  incidentTitle: z.string(),
  /** Of the incident; `null`: it names none. */
  modelId: Id.nullable(),
  ...ClockHead,
  /** Empty: nobody has said which; then no day is due. */
  class: z.string(),
  classLabel: z.string(),
  awareOn: CalendarDate,
  reportedOn: CalendarDate.nullable(),
  authority: z.string(),
  reference: z.string(),
  finalReportOn: CalendarDate.nullable(),
  due: CalendarDate.nullable(),
  status: z.enum(['due', 'met', 'missing', 'unknown']),
});

const GateLine = z.object({
  requirement: z.enum(GATE_REQUIREMENTS),
  label: z.string(),
  /** `unknown`: whether it is asked hangs on a tier or kind that nobody has said. */
  state: z.enum(['met', 'missing', 'excepted', 'unknown']),
  words: z.string(),
  /** Ids of the evidence that it rests on. */
  evidence: z.array(Id),
});

export const governance = {
  /** What is asked of a model on its way into production, beside an approval, and what it shows of it today. */
  gates: query(
    z.object({ modelId: Id }),
    z.object({
      inProduction: z.boolean(),
      lines: z.array(GateLine),
      /** Of a model in production whose gate does not stand: what the journal says of it, and since when; else `null`. */
      standing: z
        .object({ kind: z.enum(['fallen', 'lacking']), since: CalendarDate.nullable(), words: z.array(Said) })
        .nullable(),
    }),
  ),
  packs: query(z.object({ at: Day.optional() }).default({}), z.object({ packs: z.array(PackSummary) })),
  /** Pages (PDF) for an auditor: who decided what about a model on which evidence, with the journal's state. */
  certificate: query(
    z.object({
      modelId: Id,
      out: FileReference,
      locale: Locale.optional(),
      paper: Paper.optional(),
      jobId: JobId.optional(),
    }),
    z.object({ path: z.string() }),
  ),
  /** What the portfolio holds of what one text asks for, on a day. */
  completeness: query(
    z.object({ pack: PackReference, at: Day.optional(), filter: ModelFilter.optional(), rows: RowsWanted.optional() }),
    z.object({
      pack: PackHead,
      state: State,
      day: CalendarDate,
      /** Models: the pack applies, or nobody has said whether it does. */
      models: Count,
      scopeUnknown: Count,
      /** Held over held and missing; `null`: nothing is asked for yet. */
      share: z.number().nullable(),
      fields: z.array(FieldCounts),
      duties: z.array(DutyCounts),
      /** Models of which at least one line hangs on an answer that nobody has given. */
      waiting: Count,
      classes: z.array(z.object({ value: z.string(), label: z.string() })),
      /** Models that `rows` is a page of. */
      matching: Count,
      rows: z.array(CompletenessRow),
    }),
  ),
  ...sideBySide,
  ...templates,
  /** One model before one text: its class, the questions, and every line. */
  model: query(
    z.object({ modelId: Id, pack: PackReference, at: Day.optional() }),
    z.object({
      pack: PackHead,
      state: State,
      scope: z.enum(['yes', 'no', 'unknown']),
      class: z.string().nullable(),
      classLabel: z.string().nullable(),
      questions: z.array(Question),
      fields: z.array(
        z.object({ ...Told, ask: z.string(), near: z.string(), from: z.array(z.string()), state: z.string() }),
      ),
      duties: z.array(z.object({ ...Told, who: z.string(), evidence: z.array(z.string()), state: z.string() })),
    }),
  ),
  /** Answers of a person to questions of a pack, of one model or of many; an empty answer takes one back. */
  answer: command(
    z.object({
      ids: Ids,
      pack: z.string().min(3).max(60),
      answers: z.record(z.string().max(40), Answer),
      by: Line.optional(),
      on: CalendarDate.optional(),
      note: Text.default(''),
    }),
    z.object({ models: Count }),
  ),
  /** The clocks that texts set for incidents, as their editions of the day have them. */
  clocks: query(z.object({ at: Day.optional() }).default({}), z.object({ clocks: z.array(z.object(ClockHead)) })),
  /** What incidents owe to authorities, the soonest first. */
  reports: query(
    z.object({ incidentId: Id.optional(), at: Day.optional() }).default({}),
    z.object({ reports: z.array(IncidentReport) }),
  ),
  /** Notes the clock of an incident, or what became of it. */
  noteReport: command(
    z.object({
      incidentId: Id,
      pack: z.string().min(3).max(60),
      clock: z.string().min(1).max(40),
      class: z.string().max(60).default(''),
      awareOn: CalendarDate,
      reportedOn: CalendarDate.nullable().default(null),
      authority: Line.default(''),
      reference: Line.default(''),
      finalReportOn: CalendarDate.nullable().default(null),
    }),
    IncidentReport,
  ),
  /** Takes the clock of an incident away: it was noted by mistake. */
  removeReport: command(z.object({ id: Id }), z.object({ removed: Count })),
  units: query(Empty, z.object({ units: z.array(GovernedUnit) })),
  setUnit: command(
    z.object({
      unit: Line,
      /** Further units of which the same is said. */
      also: z.array(Line).max(2_000).default([]),
      jurisdictions: z.array(z.string().regex(/^[A-Z]{2}$/, 'write a country as its two letters, DE, or EU')).max(250),
      bodies: z.array(z.enum(BODIES)),
      frameworks: z.array(z.string().max(60)).max(100),
    }),
    GovernedUnit,
  ),
  organisation: query(Empty, OrganisationFacts),
  setOrganisation: command(z.object({ facts: OrganisationFacts.partial() }), OrganisationFacts),
  facts: query(z.object({ modelId: Id }), z.object({ facts: Facts })),
  /** Small facts of models; an empty one takes it back. */
  setFacts: command(z.object({ ids: Ids, facts: Facts }), z.object({ models: Count })),
};
