import { z } from 'zod';
import { Count, Empty, FileReference, Id, Instant, JobId, Precision } from '../common';
import { command, query, Said } from '../define';
import { DriftMapping, DriftPreview } from '../drift/import';
import { WorklistMapping, WorklistPreview } from '../governance/import-worklist';
import { IncidentMapping, IncidentsPreview } from '../incidents/import';
import { VersionsMapping, VersionsPreview } from '../models/import-versions';
import { DutyAnswers, DutyColumns, EvidenceColumns, ToldEvidence } from './duties';
import { DoubleOffer, KnownName, UnitAlias } from './identity';
import { ImportField } from './import-field';
import { ImportRecord } from './import-record';
import { IMPORT_KINDS, ImportKindName, Problem, previewHead, Rule } from './parts';
import { MoveCounts, PreviewRow } from './preview-row';
import { RegistryMapping, registryPreview } from './registry';

/** Something open of a model, and the release that may have settled it. */
const Settled = z.object({
  id: Id,
  modelId: Id,
  model: z.string(),
  /** When it was asked for, or opened. */
  since: Instant,
  version: z.string(),
  liveAt: Instant.nullable(),
  livePrecision: Precision,
});

export const FieldMapping = z.object({
  field: ImportField,
  /** Labels of the columns; several are joined by `separator`. A repeated header is labelled `Header (2)` and so on. */
  columns: z.array(z.string().max(2000)).min(1).max(10),
  separator: z.string().max(10).default(' / '),
  /** Cell → value, compared without case and surplus blanks. A `to` of '' leaves the field empty. */
  values: z
    .array(z.object({ from: z.string().max(5000), to: z.string().max(200) }))
    .max(1000)
    .default([]),
});
export type FieldMapping = z.output<typeof FieldMapping>;

export const Mapping = z.object({
  fields: z.array(FieldMapping).max(60),
  /** Fields that together name a model, so that the same file can be imported again without duplicates. */
  key: z.array(ImportField).max(6).default(['name']),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).default('ymd'),
  /** `null`: that of the file's other amounts; where none shows it, `1.250` is refused. */
  decimal: z.enum(['.', ',']).nullable().default(null),
  /** Cells that mean "nothing said", compared without case. */
  emptyWords: z.array(z.string().max(200)).max(100).default([]),
  /** Rows that share their key with an earlier row: keep as models of their own, or refuse them. Shown either way. */
  duplicates: z.enum(['keep', 'refuse']).default('keep'),
  /** System name that external ids and URLs belong to. */
  externalSystem: z.string().trim().max(120).default(''),
  /** Fields whose dates are taken although they lie unbelievably early; left out: none, and such dates are asked about. */
  believe: z.array(ImportField).max(60).optional(),
  duties: DutyColumns.optional(),
  evidence: z.array(EvidenceColumns).max(10).optional(),
});
export type Mapping = z.output<typeof Mapping>;

/**
 * What the person decided, by kind. An inventory's mapping has no `kind` (scripts and kept presets are written so);
 * every other kind's mapping says it, and stands before it in the union.
 */
export const ImportMapping = z.union([
  DriftMapping,
  IncidentMapping,
  VersionsMapping,
  WorklistMapping,
  RegistryMapping,
  Mapping,
]);
export type ImportMapping = z.output<typeof ImportMapping>;

/** Text that is pasted comes in one call; a longer table is better saved as a file. */
export const PASTED_CHARACTERS = 4_000_000;

export const ImportRequest = z.object({
  file: FileReference,
  /** What the file holds; 'auto' finds it from the content. */
  format: z.enum(['auto', ...IMPORT_KINDS]).default('auto'),
  /** 'auto' or a WHATWG label such as `windows-1252`. */
  encoding: z.string().max(40).default('auto'),
  delimiter: z.enum(['auto', ',', ';', '\t', '|']).default('auto'),
  /** Worksheet (or file in an archive, list in JSON, table of a page); the first visible one with data when left out. */
  sheet: z.string().max(1000).optional(),
  /** Several with the same headers, whose rows are put together; goes before `sheet`. */
  sheets: z.array(z.string().max(1000)).max(200).optional(),
  /** Rows of totals are left out, and said to be, unless they are to be kept. */
  totals: z.enum(['leave_out', 'keep']).optional(),
  mapping: ImportMapping.optional(),
  /** Id of a preset; without mapping and preset the columns are guessed. */
  preset: z.string().max(120).optional(),
  timeZone: z.string().max(80).optional(),
  dateOrder: z.enum(['dmy', 'mdy', 'ymd']).optional(),
  /**
   * Who is right where file and portfolio differ, by field (`unit`, `move.date`, `move.added`, `until` …) or `*`. They go before
   * those that were kept for the source.
   */
  rules: z.array(Rule).max(100).default([]),
  /** Whether the rules are kept for the next file of the source. */
  keepRules: z.boolean().default(true),
  /** The same about single models, and of a version history about single versions; goes before the rules. */
  decisions: z
    .array(Rule.extend({ modelId: Id, version: z.string().max(500).optional() }))
    .max(100_000)
    .default([]),
  /**
   * The source that the file belongs to, by name; left out: the one named like the external system, else `Inventory` or, of
   * versions, `Version history`.
   */
  source: z.string().trim().min(1).max(120).optional(),
  /** Whose row it is, as somebody said; kept for the source. `rowKey` as `doubles` and `ambiguous` give it. */
  answers: z
    .array(
      z.object({
        rowKey: z.string().max(2000),
        modelId: Id,
        answer: z.enum(['same', 'different', 'later', 'leave_out']),
      }),
    )
    .max(20_000)
    .default([]),
  /** Answers to `asks`, kept in the portfolio: one of a question's aliases for yes, the same as `not_same` for no. */
  unitAnswers: z.array(UnitAlias).max(5_000).default([]),
  /** Rows that may be one of our models and of which nobody has said so: kept back, or made models of their own. */
  doubles: z.enum(['wait', 'create']).default('wait'),
  jobId: JobId.optional(),
});
export type ImportRequest = z.output<typeof ImportRequest>;

export const InventoryPreview = z.object({
  format: z.literal('inventory'),
  ...previewHead,
  mapping: Mapping,
  preset: z.string().nullable(),
  /** The first 200 rows as they would be stored, and every further one that changes a known model (5,000 at most). */
  sample: z.array(PreviewRow),
  /** Over all rows. */
  moves: MoveCounts,
  values: z.object({ changed: Count, kept: Count, contradicted: Count }),
  /** Over all rows of known models: how many do what, and how many of these change nothing before they are answered. */
  changes: z.object({
    contradicted: Count,
    moved: Count,
    retired: Count,
    dated: Count,
    values: Count,
    unchanged: Count,
  }),
  duties: DutyAnswers.nullable(),
  evidence: ToldEvidence.nullable(),
  /** Nothing is ever removed by an import. */
  removed: Count,
  waiting: Count,
  source: z.object({
    name: z.string(),
    system: z.string(),
    key: z.array(ImportField),
    known: z.boolean(),
    /** Kept from the last time; they hold where the request says nothing of the field. */
    rules: z.array(Rule),
  }),
  /** Rows that may be a model of ours, the surest first. */
  doubles: z.array(DoubleOffer),
  /** Rows that fit several models. */
  ambiguous: z.array(
    z.object({
      row: Count,
      rowKey: z.string(),
      name: z.string(),
      unit: z.string(),
      why: Said,
      candidates: z.array(KnownName),
    }),
  ),
  /** Questions about units, asked once each. */
  asks: z.array(
    z.object({
      unit: z.string(),
      scope: z.string(),
      means: z.array(z.string()),
      /** What a yes is kept as, one for each of `means`. */
      aliases: z.array(UnitAlias),
      sentence: Said,
      agree: Count,
      differ: Count,
      rows: Count,
    }),
  ),
  /** Models that a row names otherwise. */
  renamed: z.array(z.object({ row: Count, modelId: Id, before: z.string(), after: z.string() })),
  /** Models of this source, in units that the file speaks of, that no row is; those that are retired already are left out. */
  missing: z.array(Id),
  missingModels: z.array(
    KnownName.extend({
      owner: z.string(),
      offered: z.boolean(),
      /** The file that it came with; `null`: made here. */
      since: z.object({ fileName: z.string(), at: Instant }).nullable(),
      /** When its owner was last asked about it. */
      asked: Instant.nullable(),
    }),
  ),
  /** Models of this source that no row is and that nobody expects there, since they are retired. */
  missingRetired: Count,
  /** Models in units of which the file has no row. */
  notSpokenOf: Count,
  units: z.array(
    z.object({
      unit: z.string(),
      models: Count,
      rows: Count,
      met: Count,
      state: z.enum(['recognised', 'hardly', 'not_spoken_of', 'new']),
    }),
  ),
  /** Why the file looks like a part of the inventory, in sentences; empty where it does not. */
  partial: z.array(Said),
});
export type InventoryPreview = z.output<typeof InventoryPreview>;

/** A registry in a file: its models and their versions, as a connection to that file would bring them. */
export const RegistryPreview = z.object({
  ...registryPreview,
  inventory: InventoryPreview,
  versions: VersionsPreview.nullable(),
});
export type RegistryPreview = z.output<typeof RegistryPreview>;

/** One member a kind, told apart by `format`; all carry `previewHead`. */
export const Preview = z.discriminatedUnion('format', [
  InventoryPreview,
  IncidentsPreview,
  DriftPreview,
  VersionsPreview,
  WorklistPreview,
  RegistryPreview,
]);
export type Preview = z.output<typeof Preview>;

export const Preset = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  shipped: z.boolean(),
  mapping: Mapping,
});
export type Preset = z.output<typeof Preset>;

export const imports = {
  preview: query(ImportRequest, Preview),
  apply: command(
    ImportRequest,
    z.object({
      importId: Id,
      format: ImportKindName,
      created: Count,
      updated: Count,
      unchanged: Count,
      rejected: Count,
      /** Of an inventory: rows that wait until somebody says whose they are. */
      waiting: Count.optional(),
    }),
  ),
  /** A table from the clipboard, as text with tabs or as HTML, made into a file that `preview` and `apply` take. */
  pasted: command(
    z.object({ text: z.string().min(1).max(PASTED_CHARACTERS), name: z.string().max(100).default('') }),
    z.object({ file: FileReference, name: z.string() }),
  ),
  undo: command(z.object({ importId: Id }), z.object({ reverted: Count })),
  list: query(Empty, z.object({ imports: z.array(ImportRecord) })),
  problems: query(z.object({ importId: Id }), z.object({ problems: z.array(Problem), parts: previewHead.parts })),
  /** How many models an import has to do with, as far as they are still here; `models.list` lists them by `importId` and `which`. */
  sets: query(
    z.object({ importId: Id }),
    z.object({ new: Count, changed: Count, missing: Count, waiting: Count, contradicted: Count, ended: Count }),
  ),
  /**
   * Open retraining and incidents of which the first release since is one that the import told of: they may be settled by it.
   * Nothing is closed; somebody has to say so.
   */
  settles: query(
    z.object({ importId: Id }),
    z.object({
      retraining: z.array(Settled),
      incidents: z.array(Settled.extend({ number: Count, title: z.string() })),
    }),
  ),
  /** Notes that the owners of models were asked why the files of a source do not have them. */
  askedOwners: command(
    z.object({ source: z.string().max(200), ids: z.array(Id).min(1).max(5_000) }),
    z.object({ noted: Count }),
  ),
  presets: query(Empty, z.object({ presets: z.array(Preset) })),
  savePreset: command(z.object({ name: z.string().trim().min(1).max(120), mapping: Mapping }), Preset),
  removePreset: command(z.object({ id: Id }), z.object({ removed: Count })),
};
