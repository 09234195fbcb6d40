import { z } from 'zod';
import { Text } from '../tickets/shapes';

/** What is read of Jira's answers; Cloud (v3) and Data Center (v2) differ in paging and in formatted texts only. */

const Named = z
  .object({ name: Text })
  .nullish()
  .transform((one) => one?.name ?? '');
const Names = z
  .array(z.object({ name: Text }))
  .nullish()
  .transform((all) => (all ?? []).map(({ name }) => name).filter((name) => name !== ''));

/** An item of a history has a key `toString`, which every object seems to have: only an own one counts. */
const Item = z.record(z.string(), z.unknown()).transform((item) => {
  const own = (key: string): string => {
    const value = Object.hasOwn(item, key) ? item[key] : null;
    return typeof value === 'string' ? value : '';
  };
  return { field: own('field'), from: own('from'), to: own('to'), was: own('fromString'), became: own('toString') };
});
const History = z.object({ created: Text, items: z.array(Item).nullish() });
export type JiraHistory = z.output<typeof History>;

export const JiraIssue = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  key: z.string().min(1),
  fields: z.object({
    summary: Text,
    description: z.unknown().optional(),
    status: z.object({ id: Text, name: Text }).nullish(),
    priority: Named,
    created: Text,
    resolutiondate: Text,
    assignee: z
      .object({ displayName: Text })
      .nullish()
      .transform((one) => one?.displayName ?? ''),
    components: Names,
    versions: Names,
    labels: z
      .array(z.string())
      .nullish()
      .transform((labels) => labels ?? []),
    project: z.object({ key: Text, name: Text }).nullish(),
  }),
  changelog: z.object({ total: z.number().nullish(), histories: z.array(History).nullish() }).nullish(),
});
export type JiraIssue = z.output<typeof JiraIssue>;

export const CloudPage = z.object({
  issues: z.array(z.unknown()).nullish(),
  nextPageToken: z.unknown().optional(),
  isLast: z.boolean().nullish(),
});
export const CenterPage = z.object({
  issues: z.array(z.unknown()).nullish(),
  total: z.number().int().min(0),
});
export const HistoryPage = z.object({
  values: z.array(History).nullish(),
  total: z.number().nullish(),
  isLast: z.boolean().nullish(),
});
export const ServerInfo = z.object({ baseUrl: Text, version: Text, deploymentType: Text });
export const Myself = z.object({ displayName: Text });
export const Statuses = z.array(
  z.object({
    id: Text,
    name: Text,
    statusCategory: z
      .object({ key: Text })
      .nullish()
      .transform((one) => one?.key ?? ''),
  }),
);
export const Key = z.object({ key: z.string().min(1) });
