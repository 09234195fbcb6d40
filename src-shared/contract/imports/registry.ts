import { z } from 'zod';
import { Count } from '../common';
import { Said } from '../define';
import { ConnectionChange } from './connection-change';
import { ImportField } from './import-field';
import { previewHead } from './parts';

/** Tags of a model that are a field of ours. */
export const TagMapping = z
  .array(
    z.object({
      tag: z.string().min(1).max(250),
      field: ImportField,
      /** What a value of it is here, compared without case; '' takes it to say nothing. Others are read as they stand. */
      values: z
        .array(z.object({ from: z.string().min(1).max(500), to: z.string().max(200) }))
        .max(200)
        .default([]),
    }),
  )
  .max(40)
  .default([]);

/** A tag with the number of models that have it, and the field that its name suggests. */
export const TagUse = z.object({
  tag: z.string(),
  models: Count,
  samples: z.array(z.string()),
  suggested: ImportField.nullable(),
  /** Its values, the commonest first, at most 40, with what each most likely means as a field that takes only certain values. */
  values: z
    .array(
      z.object({
        text: z.string(),
        models: Count,
        means: z.array(z.object({ field: ImportField, to: z.string() })).readonly(),
      }),
    )
    .readonly()
    .default([]),
});

export const Warning = z.object({ what: Said, todo: Said });

/** What a server says of itself and has; a count that its kind does not have is 0 or left out. */
export const ServerFacts = z.object({
  version: z.string(),
  /** The part that was read, where the server has such. */
  workspace: z.string(),
  /** Who asks, as the server knows them, where it tells. */
  account: z.string().optional(),
  models: Count,
  versions: Count,
  prompts: Count,
  projects: Count.optional(),
  runs: Count.optional(),
  series: Count.optional(),
  incidents: Count.optional(),
});
export type ServerFacts = z.output<typeof ServerFacts>;

/** What the person decided about a registry in a file. */
export const RegistryMapping = z.object({
  kind: z.literal('registry'),
  /** Of a store with several workspaces the one that is read; '' for the one called default. */
  scope: z.string().trim().max(4_000).default(''),
  tags: TagMapping,
});
export type RegistryMapping = z.output<typeof RegistryMapping>;

/** Its preview, without the parts that it brings; counted are models. */
export const registryPreview = {
  format: z.literal('registry'),
  ...previewHead,
  mapping: RegistryMapping,
  server: ServerFacts,
  workspaces: z.array(z.string()),
  tags: z.array(TagUse),
  warnings: z.array(Warning),
  /** Models that would be written, and those that wait for an answer or contradict. */
  changes: Count,
  asks: Count,
  /** At most 500, those that ask first. */
  lines: z.array(ConnectionChange),
  linesTotal: Count,
};
