import type { ImportMapping, RegistryPreview } from '#contract/imports/imports';
import type { Decision } from '#domain/models/history/told';
import { formatCount } from '../../../lib/format';
import { isImportField } from '../inventory/field-specs';
import type { Request } from '../use-import-draft';

/** Tags beyond these are rare. */
const SHOWN = 8;

/** Its tags as they are now, those that are taken among them. */
export function tagsShown({
  tags,
  mapping,
}: Pick<RegistryPreview, 'tags' | 'mapping'>): { tag: string; description: string; field: string }[] {
  const fields = new Map(mapping.tags.map(({ tag, field }) => [tag, field]));
  return tags
    .filter(({ tag }, at) => at < SHOWN || fields.has(tag))
    .map(({ tag, models, samples }) => ({
      tag,
      description: `${formatCount(models, 'model')}: ${samples.join(', ')}`,
      field: fields.get(tag) ?? '',
    }));
}

/** One tag is one field, and another one that was it is so no more. @param field '': it is not taken */
export function setTag(mapping: ImportMapping, tag: string, field: string): ImportMapping {
  if (!('kind' in mapping) || mapping.kind !== 'registry') return mapping;
  const others = mapping.tags.filter((one) => one.tag !== tag && one.field !== field);
  return { ...mapping, tags: isImportField(field) ? [...others, { tag, field, values: [] }] : others };
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
