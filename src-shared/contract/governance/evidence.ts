import { z } from 'zod';
import { EVIDENCE_KINDS } from '#domain/governance/evidence-kinds';
import {
  EVIDENCE_OUTCOMES,
  FINDING_SEVERITIES,
  FINDING_SOURCES,
  FINDING_STATUSES,
  FINDING_TOPICS,
} from '#domain/governance/vocabulary';
import { CalendarDate, Count, Day, Id, Tier } from '../common';
import { command, query } from '../define';

const Line = z.string().trim().max(500);
const Text = z.string().trim().max(50_000);
const Ids = z.array(Id).min(1).max(100_000);

const Evidence = z.object({
  id: Id,
  modelId: Id.nullable(),
  unit: z.string(),
  kind: z.string(),
  on: CalendarDate,
  validUntil: CalendarDate.nullable(),
  by: z.string(),
  outcome: z.enum(EVIDENCE_OUTCOMES),
  covers: z.array(z.string()),
  link: z.string(),
  hash: z.string(),
  note: z.string(),
});

const EvidenceKindName = z.enum(EVIDENCE_KINDS.map(({ kind }) => kind));

const Finding = z.object({
  id: Id,
  modelId: Id,
  title: z.string(),
  source: z.enum(FINDING_SOURCES),
  topic: z.enum(FINDING_TOPICS),
  severity: z.enum(FINDING_SEVERITIES),
  status: z.enum(FINDING_STATUSES),
  openedOn: CalendarDate,
  due: CalendarDate.nullable(),
  owner: z.string(),
  remediation: z.string(),
  closedOn: CalendarDate.nullable(),
  closedBy: Id.nullable(),
  acceptedUntil: CalendarDate.nullable(),
  /** The first day of an acceptance, who gave it and why; `null` and '': of one noted before these were asked for. */
  acceptedOn: CalendarDate.nullable(),
  acceptedBy: z.string(),
  acceptedReason: z.string(),
  note: z.string(),
  /** Past its day: not closed, or accepted beyond its end. */
  overdue: z.boolean(),
  ageDays: Count,
});

export const evidence = {
  /** Newest first; of one model, or of the organisation with `modelId: null`. */
  list: query(
    z.object({ modelId: Id.nullable().optional(), kind: EvidenceKindName.optional() }).default({}),
    z.object({ evidence: z.array(Evidence) }),
  ),
  /** Something dated that somebody vouches for; of many models at once a row each. */
  add: command(
    z.object({
      /** Left out: of the organisation. */
      ids: Ids.optional(),
      unit: Line.default(''),
      kind: EvidenceKindName,
      on: CalendarDate,
      validUntil: CalendarDate.nullable().default(null),
      by: Line.min(1),
      outcome: z.enum(EVIDENCE_OUTCOMES).default('done'),
      covers: z.array(Line).max(100).default([]),
      link: Line.default(''),
      hash: Line.default(''),
      note: Text.default(''),
    }),
    z.object({ evidence: z.array(Evidence) }),
  ),
  /** Mends a row; whose it is stays. */
  update: command(
    z.object({
      id: Id,
      patch: z
        .object({
          kind: EvidenceKindName,
          on: CalendarDate,
          validUntil: CalendarDate.nullable(),
          by: Line.min(1),
          outcome: z.enum(EVIDENCE_OUTCOMES),
          covers: z.array(Line).max(100),
          link: Line,
          hash: Line,
          note: Text,
        })
        .partial()
        .strict(),
    }),
    Evidence,
  ),
  remove: command(z.object({ ids: Ids }), z.object({ removed: Count })),
};

/** Which findings of the portfolio are asked for. */
export const FindingsQuery = z.object({
  /** Left out: what is not closed. */
  closed: z.boolean().default(false),
  severity: z.array(z.enum(FINDING_SEVERITIES)).optional(),
  source: z.array(z.enum(FINDING_SOURCES)).optional(),
  /** '' = nobody is named. */
  owner: z.string().max(500).optional(),
  /** The unit itself and those below it. */
  unit: z.string().max(500).optional(),
  tier: z.array(Tier.nullable()).optional(),
  overdue: z.literal(true).optional(),
  limit: z.number().int().min(1).max(100_000).default(300),
});

export const findings = {
  list: query(
    z.object({ modelId: Id.optional(), open: z.boolean().optional(), at: Day.optional() }).default({}),
    z.object({ findings: z.array(Finding) }),
  ),
  /** Findings of the whole portfolio: those that are asked for, what is late and grave first, with what is open by its age. */
  register: query(
    FindingsQuery.default({ closed: false, limit: 300 }),
    z.object({
      /** What was asked for; `rows` are the first of them. */
      total: Count,
      overdue: Count,
      accepted: Count,
      /** What was asked for and is not closed, by its age in days; `toDays: null` has no end. */
      ages: z.array(z.object({ fromDays: Count, toDays: Count.nullable(), open: Count, severe: Count })),
      /** Of all that are not closed, whatever was asked for. */
      owners: z.array(z.string()),
      units: z.array(z.string()),
      rows: z.array(Finding.extend({ modelName: z.string(), tier: Tier.nullable(), unit: z.string() })),
    }),
  ),
  create: command(
    z.object({
      modelId: Id,
      title: Line.min(1),
      source: z.enum(FINDING_SOURCES),
      topic: z.enum(FINDING_TOPICS).default('other'),
      severity: z.enum(FINDING_SEVERITIES),
      openedOn: CalendarDate,
      due: CalendarDate.nullable().default(null),
      owner: Line.default(''),
      remediation: Text.default(''),
      note: Text.default(''),
    }),
    Finding,
  ),
  update: command(
    z.object({
      id: Id,
      patch: z
        .object({
          title: Line.min(1),
          severity: z.enum(FINDING_SEVERITIES),
          topic: z.enum(FINDING_TOPICS),
          due: CalendarDate.nullable(),
          owner: Line,
          remediation: Text,
          note: Text,
          /** Closing has a command of its own. */
          status: z.enum(['open', 'in_remediation', 'accepted']),
          /** An acceptance has all four; left out, its first day is today. */
          acceptedUntil: CalendarDate.nullable(),
          acceptedOn: CalendarDate,
          acceptedBy: Line,
          acceptedReason: Text,
        })
        .partial()
        .strict(),
    }),
    Finding,
  ),
  /** By evidence, never by a day alone. */
  close: command(z.object({ id: Id, on: CalendarDate, evidenceId: Id }), Finding),
};
