import { z } from 'zod';
import { Count, FileReference, Id, JobId } from '../common';
import { query } from '../define';
import { ModelQuery } from '../models/models';
import { Exported } from './exported';
import { Redaction } from './reports';

export const BOM_VERSIONS = ['1.6', '1.7'] as const;

const FileRequest = z.object({
  /** Where it goes; an older file there is replaced when the new one is whole. */
  out: FileReference,
  jobId: JobId.optional(),
});

/** Of which models: those of `ids` (what is gone is left out), else those that search and filter find, else all. */
const ModelsRequest = FileRequest.extend({
  ids: z.array(Id).max(200_000).optional(),
  search: ModelQuery.shape.search,
  filter: ModelQuery.shape.filter,
  redact: Redaction.default({}),
});

/** What other programs read, in the formats of the field. What is not known is left out, and nothing is made up for it. */
export const interchange = {
  /**
   * Models, what they rest on, their data and newest figures as a CycloneDX ML-BOM (JSON). `rows` counts its components. The same
   * content on the same day with the same choice gives the same file.
   */
  mlBom: query(ModelsRequest.extend({ version: z.enum(BOM_VERSIONS).default('1.6') }).strict(), Exported),
  /** The same as SPDX 3.0.1 with its AI profile (JSON-LD). `rows` counts its packages. */
  spdx: query(ModelsRequest.strict(), Exported),
  /**
   * What `overview.figures` answers as a file: OpenMetrics 1.0 for whoever scrapes a folder, or JSON. `rows` counts the figures that are
   * known.
   */
  figures: query(
    FileRequest.extend({
      format: z.enum(['openmetrics', 'json']).default('openmetrics'),
      redact: Redaction.default({}),
    }).strict(),
    Exported,
  ),
  /**
   * A line for each tag of a model that lies in an MLflow registry, each the body of its call `registered-models/set-tag`, so that whoever
   * runs the registry can apply them. Nothing is sent from here. `rows` counts the lines.
   */
  mlflowTags: query(
    ModelsRequest.omit({ redact: true })
      .extend({ redact: Redaction.pick({ owners: true, texts: true }).default({}) })
      .strict(),
    Exported,
  ),
  /**
   * The whole portfolio as JSON Lines (docs/interchange.md, 6): rows of its tables, points of drift results, and the journal with every change.
   * `workspace.fromLines` makes the same portfolio of it. `rows` counts the lines.
   */
  lines: query(FileRequest.strict(), Exported.extend({ entries: Count, /** Of the journal. */ head: z.string() })),
  /** The card of a model as a hub has it: YAML in front of Markdown. */
  modelCard: query(FileRequest.extend({ id: Id, redact: Redaction.default({}) }).strict(), Exported),
};
