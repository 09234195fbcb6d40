import { z } from 'zod';
import { JOURNAL_SUBJECTS } from '#domain/base/journal-subjects';
import { Count, Day, Empty, FileReference, Id, Instant, JobId } from './common';
import { command, query, Said } from './define';
import { Locale, Paper } from './reports/reports';

export const JournalEntry = z.object({
  seq: Count,
  at: Instant,
  actor: z.string(),
  kind: z.enum(['do', 'undo', 'redo']),
  channel: z.string(),
  label: Said,
  changes: Count,
  hash: z.string(),
});

/** One field of a model or an incident that was changed. */
export const FieldChange = z.object({
  at: Instant,
  actor: z.string(),
  field: z.string(),
  /** JSON values as they were and became; `null` before it was first set. */
  before: z.unknown(),
  after: z.unknown(),
  label: Said,
  seq: Count,
});

/** A cell that is not what the journal says; without a `column` the whole row came or went past it. */
export const FactDifference = z.object({
  table: z.string(),
  id: z.string(),
  /** Of the model, where the row is one. */
  name: z.string().nullable(),
  column: z.string().nullable(),
  /** What `journal` comes from: entries, or the rows that the cell follows from. */
  from: z.enum(['journal', 'moves', 'approvals']),
  journal: z.unknown(),
  found: z.unknown(),
  /** The entry that wrote the cell last. */
  seq: Count.nullable(),
});

/** A part of the journal: by the numbers of entries or by days (UTC), both ends included; left out: all of it. */
const Range = z.object({
  from: Count.min(1).optional(),
  to: Count.min(1).optional(),
  fromDay: Day.optional(),
  toDay: Day.optional(),
});

/** What a file of evidence says of itself, and what reading it again found. */
export const Evidence = z.object({
  ok: z.boolean(),
  message: Said,
  /** `null`: this file is no evidence of a journal. */
  about: z
    .object({
      portfolio: z.string(),
      from: Count,
      to: Count,
      firstAt: z.string().nullable(),
      lastAt: z.string().nullable(),
      /** Hash of the entry before the range, and of its last one. */
      before: z.string(),
      head: z.string(),
      values: z.boolean(),
      /** Changes of the journal that others who shared the portfolio did not have then; left out: none. */
      unshared: Count.optional(),
      exportedAt: z.string(),
      exportedBy: z.string(),
      program: z.string(),
      clock: z.string(),
      /** SHA-256 of the public key, hex: to be compared with what the exporter tells by another way. */
      fingerprint: z.string(),
      /** Signed with the key of this computer. */
      own: z.boolean(),
    })
    .nullable(),
  /** The first thing that does not hold: lines of the file, and the entry of the journal. */
  fault: z.object({ line: Count, toLine: Count, entry: Count.nullable(), what: Said }).nullable(),
  entries: Count,
  changes: Count,
  actors: z.array(z.string()),
  /** Entries with an earlier time than the one before them: a clock was set back. */
  backwards: Count,
  /** SHA-256 of the whole file. */
  sha256: z.string(),
  bytes: Count,
});

/** Points that are not what the journal says. */
const PointDifference = z.object({
  /** `nobodys`: no batch brought them; `broken`: they are not to be read as they were written. */
  what: z.enum(['changed', 'nobodys', 'broken']),
  modelId: Id,
  name: z.string().nullable(),
  /** The batch that recorded them. */
  batchId: Id.nullable(),
  recordedAt: z.string().nullable(),
  tool: z.string().nullable(),
  /** `null`: of several, or it cannot be told. */
  series: z.object({ id: z.number().int(), column: z.string(), metric: z.string() }).nullable(),
});

const Certificate = z.object({ locale: Locale, paper: Paper });

export const journal = {
  /**
   * Writes a part of the journal as a signed file that shows each alteration (docs/evidence.md); `certificate` is a page (PDF)
   * about it.
   */
  export: query(
    Range.extend({
      out: FileReference,
      /** False: digests in the place of what was changed. */
      values: z.boolean().default(true),
      certificate: Certificate.extend({ out: FileReference }).optional(),
      jobId: JobId.optional(),
    }),
    z.object({ path: z.string(), evidence: Evidence }),
  ),
  /** Whether such a file is as it was written, on any computer and without the portfolio. */
  verifyExport: query(z.object({ file: FileReference, jobId: JobId.optional() }), Evidence),
  /** A page (PDF) with what verifying such a file finds. */
  certificate: query(
    Certificate.extend({ file: FileReference, out: FileReference, jobId: JobId.optional() }),
    z.object({ path: z.string(), evidence: Evidence }),
  ),
  list: query(
    z
      .object({
        before: Count.optional(),
        limit: Count.min(1).max(1000).default(100),
        modelId: Id.optional(),
        actor: z.string().max(200).optional(),
        subject: z.enum(JOURNAL_SUBJECTS).optional(),
        /** `models.tier`; `models.*`: rows that came or went. */
        field: z.string().max(120).optional(),
        /** Days, UTC; both are part of it. */
        from: Day.optional(),
        to: Day.optional(),
        /** Each word stands in the entry's own words. */
        search: z.string().max(500).optional(),
      })
      .prefault({}),
    z.object({ entries: z.array(JournalEntry), total: Count }),
  ),
  /** Who changed something, and which fields, each with how many entries: what the journal can be searched by. */
  facets: query(
    Empty,
    z.object({
      actors: z.array(z.object({ value: z.string(), count: Count })),
      subjects: z.array(z.object({ value: z.enum(JOURNAL_SUBJECTS), count: Count })),
      fields: z.array(z.object({ value: z.string(), label: Said, subject: z.enum(JOURNAL_SUBJECTS), count: Count })),
      /** Large imports of earlier versions, which a search by field does not look into. */
      unread: Count,
    }),
  ),
  /**
   * Recomputes the whole chain, then holds every row against what it says. `firstBroken` is the number of the first entry that
   * does not fit, `rows` how many rows were compared, `differences` the first cells that are not what the journal says, or
   * else those of models that do not follow from their moves and approvals.
   */
  verify: query(
    Empty,
    z.object({
      ok: z.boolean(),
      entries: Count,
      firstBroken: Count.nullable(),
      message: Said,
      rows: Count,
      differences: z.array(FactDifference),
      /** Points of drift results, held against the digests of their batches; `unchecked`: batches of before there were digests. */
      points: z.object({
        batches: Count,
        unchecked: Count,
        points: Count,
        differences: z.array(PointDifference),
        differing: Count,
      }),
    }),
  ),
};

/** What an undo or a redo would turn back. */
export const Step = z.object({ label: Said, seq: Count });

export const history = {
  /** `seq`: the newest entry of the journal. */
  state: query(Empty, z.object({ undo: Step.nullable(), redo: Step.nullable(), seq: Count })),
  undo: command(Empty, Step),
  redo: command(Empty, Step),
};
