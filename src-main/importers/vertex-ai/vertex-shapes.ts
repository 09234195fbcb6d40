import { z } from 'zod';

const text = z.string().nullish();

/** RFC 3339 with up to nine decimals. Answered as an ISO instant. */
const Time = text.transform((at) => {
  const ms = at ? Date.parse(at) : Number.NaN;
  return Number.isNaN(ms) ? null : new Date(ms).toISOString();
});

/** A model, or one of its versions: both come in this form. Lists that are empty are left out. */
export const VertexModel = z.object({
  /** `projects/P/locations/L/models/ID`, behind an `@` perhaps a version. */
  name: z.string(),
  versionId: text,
  versionAliases: z.array(z.string()).nullish(),
  displayName: text,
  description: text,
  createTime: Time,
  updateTime: Time,
  versionCreateTime: Time,
  versionUpdateTime: Time,
  labels: z.record(z.string(), z.string()).nullish(),
  /** Where it is deployed, endpoints of other locations among them. */
  deployedModels: z.array(z.object({ endpoint: text })).nullish(),
});
export type VertexModel = z.output<typeof VertexModel>;

export const VertexEndpoint = z.object({
  name: z.string(),
  updateTime: Time,
  deployedModels: z.array(z.object({ id: text, model: text, modelVersionId: text, createTime: Time })).nullish(),
  /** Percent of the requests by the id of a deployed model; one that is not in it gets none. */
  trafficSplit: z.record(z.string(), z.number()).nullish(),
});
export type VertexEndpoint = z.output<typeof VertexEndpoint>;

export const ModelPage = z.object({ models: z.array(VertexModel).nullish(), nextPageToken: text });
export const EndpointPage = z.object({ endpoints: z.array(VertexEndpoint).nullish(), nextPageToken: text });

/** What stands behind a word in the name of a resource: of `locations` the location. */
export const partOfName = (name: string, word: string): string =>
  new RegExp(`(?:^|/)${word}/([^/@]+)`).exec(name)?.[1] ?? '';

/** Behind the `@` of a name; '' where there is none. */
export const versionInName = (name: string): string => /@([^/@]+)$/.exec(name)?.[1] ?? '';
