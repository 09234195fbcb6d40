import { z } from 'zod';
import { EVIDENCE_OUTCOMES } from '#domain/governance/vocabulary';
import { Count } from '../common';

/** A column that answers a text of duties: a fact of the model (`fact:topic`), or a question of the text (`question:highImpact`). */
export const DutyColumn = z.object({
  place: z.string().max(80),
  column: z.string().max(2000),
  /** Cell → answer, compared without case and surplus blanks. A `to` of '' says nothing. */
  values: z
    .array(z.object({ from: z.string().max(5000), to: z.string().max(200) }))
    .max(1000)
    .default([]),
});
export type DutyColumn = z.output<typeof DutyColumn>;

/** What of a file answers a text of duties, by the text's id. */
export const DutyColumns = z.object({ pack: z.string().max(60), columns: z.array(DutyColumn).max(60) });
export type DutyColumns = z.output<typeof DutyColumns>;

/** What the rows answer to a text of duties. */
export const DutyAnswers = z.object({
  pack: z.string(),
  answers: Count,
  /** New, or another answer than a file gave before: they are written. */
  changes: Count,
  /** Otherwise than a person has said here: what the person said stays. */
  kept: Count,
});

const Column = z.string().max(2000);

/** Columns that tell of one kind of evidence of a model: its day, and what else is said of it. Without a day there is none. */
export const EvidenceColumns = z.object({
  kind: z.string().max(60),
  on: Column,
  by: Column.optional(),
  outcome: Column.optional(),
  until: Column.optional(),
  /** Cell → outcome, compared without case and surplus blanks; the usual words are known. */
  outcomes: z
    .array(z.object({ from: z.string().max(5000), to: z.enum(EVIDENCE_OUTCOMES) }))
    .max(200)
    .default([]),
});
export type EvidenceColumns = z.output<typeof EvidenceColumns>;

/** Evidence that the rows tell of; `fresh`: of a kind and day that the model has none of. */
export const ToldEvidence = z.object({ rows: Count, fresh: Count });
