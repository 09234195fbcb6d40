import type { ImportRequest } from '#contract/imports/imports';
import type { Decision } from '#domain/models/history/told';

/** What the person decided about a field of a model: first about that model, then about the field, then about all. */
export function decisionsOf({
  rules,
  decisions,
}: Pick<ImportRequest, 'rules' | 'decisions'>): (field: string, modelId: string) => Decision | undefined {
  const byField = new Map(rules.map(({ field, decision }) => [field, decision]));
  const byModel = new Map(decisions.map(({ modelId, field, decision }) => [`${modelId} ${field}`, decision]));
  return (field, modelId) =>
    byModel.get(`${modelId} ${field}`) ?? byModel.get(`${modelId} *`) ?? byField.get(field) ?? byField.get('*');
}
