import type { ImportRequest } from '#contract/imports/imports';
import type { Decision } from '#domain/models/history/told';

export type Rules = ImportRequest['rules'];

/** Rules by field, a later one in the place of an earlier. */
export const withRules = (kept: Rules, said: Rules): Rules =>
  [...new Map([...kept, ...said].map(({ field, decision }) => [field, decision]))].map(([field, decision]) => ({
    field,
    decision,
  }));

type Decided = (field: string, modelId: string, version?: string) => Decision | undefined;

/**
 * What the person decided about a field of a model: first about that version of it, then about the model, then about the field,
 * then about all.
 */
export function decisionsOf({ rules, decisions }: Pick<ImportRequest, 'rules' | 'decisions'>): Decided {
  const byField = new Map(rules.map(({ field, decision }) => [field, decision]));
  const byModel = new Map(
    decisions.map(({ modelId, field, version, decision }) => [keyOf(modelId, field, version), decision]),
  );
  return (field, modelId, version) =>
    (version === undefined
      ? undefined
      : (byModel.get(keyOf(modelId, field, version)) ?? byModel.get(keyOf(modelId, '*', version)))) ??
    byModel.get(keyOf(modelId, field)) ??
    byModel.get(keyOf(modelId, '*')) ??
    byField.get(field) ??
    byField.get('*');
}

const keyOf = (modelId: string, field: string, version?: string): string =>
  JSON.stringify([modelId, field, version?.trim().toLowerCase()]);
