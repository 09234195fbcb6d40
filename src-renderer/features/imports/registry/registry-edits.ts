import type { ImportMapping, RegistryPreview } from '#contract/imports/imports';
import { likelyValues } from '#domain/connections/first-tags';
import type { Decision } from '#domain/models/history/told';
import { formatCount } from '../../../lib/format';
import { withValue } from '../connections/tag-values';
import { isImportField } from '../inventory/field-specs';
import type { Request } from '../use-import-draft';

/** Tags beyond these are rare. */
const SHOWN = 8;

/** Its tags as they are now, those that are taken among them. */
export function tagsShown({ tags, mapping }: Pick<RegistryPreview, 'tags' | 'mapping'>): {
  tag: string;
  description: string;
  field: string;
  used: RegistryPreview['tags'][number];
}[] {
  const fields = new Map(mapping.tags.map(({ tag, field }) => [tag, field]));
  return tags
    .filter(({ tag }, at) => at < SHOWN || fields.has(tag))
    .map((used) => ({
      used,
      tag: used.tag,
      description: `${formatCount(used.models, 'model')}: ${used.samples.join(', ')}`,
      field: fields.get(used.tag) ?? '',
    }));
}

/** One tag is one field, and another one that was it is so no more. @param field '': it is not taken */
export function setTag(
  mapping: ImportMapping,
  tags: RegistryPreview['tags'],
  tag: string,
  field: string,
): ImportMapping {
  if (!('kind' in mapping) || mapping.kind !== 'registry') return mapping;
  const used = tags.find((one) => one.tag === tag);
  const values = used && isImportField(field) ? likelyValues(used, field) : [];
  const others = mapping.tags.filter((one) => one.tag !== tag && one.field !== field);
  return { ...mapping, tags: isImportField(field) ? [...others, { tag, field, values }] : others };
}

/** What one value of a tag is here. @param to `null`: as it stands */
export function setTagValue(mapping: ImportMapping, tag: string, from: string, to: string | null): ImportMapping {
  if (!('kind' in mapping) || mapping.kind !== 'registry') return mapping;
  const tags = mapping.tags.map((one) => (one.tag === tag ? { ...one, values: withValue(one.values, from, to) } : one));
  return { ...mapping, tags };
}

/** Models of which both sides say something else, or did before it was decided, and who is right about all of them. */
export function differing(
  { lines }: Pick<RegistryPreview, 'lines'>,
  { decisions = [] }: Request,
): { readonly models: readonly string[]; readonly decision: Decision } {
  const open = lines.flatMap(({ kind, modelId }) => (kind === 'contradicted' && modelId !== null ? [modelId] : []));
  const decided = decisions.map(({ modelId }) => modelId);
  return { models: [...new Set([...decided, ...open])], decision: decisions[0]?.decision ?? 'ask' };
}

/** Says who is right about all of these models. */
export const decidedAll = (request: Request, models: readonly string[], decision: Decision): Request => ({
  ...request,
  decisions: decision === 'ask' ? [] : models.map((modelId) => ({ modelId, field: '*', decision })),
});

/** Says whether a name of the registry is the model here that it may be. */
export function answered(
  request: Request,
  { inventory }: Pick<RegistryPreview, 'inventory'>,
  rowKey: string,
  answer: 'same' | 'different',
): Request {
  const offer = inventory.doubles.find((one) => one.rowKey === rowKey);
  const { answers = [] } = request;
  const modelId = offer?.modelId ?? answers.find((one) => one.rowKey === rowKey)?.modelId;
  if (modelId === undefined) return request;
  return { ...request, answers: [...answers.filter((one) => one.rowKey !== rowKey), { rowKey, modelId, answer }] };
}
