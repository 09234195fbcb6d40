import { z } from 'zod';

/** What is read of MLflow's answers. Its servers leave empty lists and texts out; other servers of the same API send numbers as texts. */

const Text = z
  .string()
  .nullish()
  .transform((text) => text ?? '');
/** Milliseconds since 1970, as a number or in a text; `null`: none that can be one. */
const Moment = z
  .union([z.number(), z.string()])
  .nullish()
  .transform((value) => {
    const ms = value === null || value === undefined || value === '' ? Number.NaN : Number(value);
    return Number.isFinite(ms) && ms > 0 && ms < 8.64e15 ? new Date(ms).toISOString() : null;
  });
const Tags = z
  .array(z.object({ key: z.string(), value: Text }))
  .nullish()
  .transform((tags): ReadonlyMap<string, string> => new Map((tags ?? []).map(({ key, value }) => [key, value])));
const Number_ = z.union([z.string(), z.number()]).transform(String);

const Model = z.object({
  name: z.string().min(1),
  description: Text,
  creation_timestamp: Moment,
  last_updated_timestamp: Moment,
  tags: Tags,
  aliases: z
    .array(z.object({ alias: z.string(), version: Number_ }))
    .nullish()
    .transform((aliases) => aliases ?? []),
});
export const OneModel = Model.transform(({ creation_timestamp, last_updated_timestamp, ...model }) => ({
  ...model,
  createdAt: creation_timestamp,
  updatedAt: last_updated_timestamp,
}));

const Version = z.object({
  name: z.string().min(1),
  version: Number_,
  creation_timestamp: Moment,
  last_updated_timestamp: Moment,
  current_stage: Text,
  run_id: Text,
  tags: Tags,
});
/** A version that was never in a stage says `None`. */
export const OneVersion = Version.transform(
  ({ name, version, tags, creation_timestamp, last_updated_timestamp, current_stage, run_id }) => ({
    name,
    version,
    tags,
    createdAt: creation_timestamp,
    updatedAt: last_updated_timestamp,
    stage: current_stage === 'None' ? '' : current_stage,
    runId: run_id,
  }),
);

const Next = z.unknown().optional();
export const ModelsPage = z.object({
  registered_models: z.array(OneModel).nullish(),
  next_page_token: Next,
});
export const VersionsPage = z.object({
  model_versions: z.array(OneVersion).nullish(),
  next_page_token: Next,
});
export const Workspaces = z.object({ workspaces: z.array(z.object({ name: z.string() })).nullish() });
