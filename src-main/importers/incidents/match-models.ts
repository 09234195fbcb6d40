import type { IncidentMapping } from '#contract/incidents/import';
import { fold, words } from '#domain/base/fold';

export interface KnownModel {
  readonly id: string;
  readonly name: string;
  /** Ids in other systems. */
  readonly externalIds: readonly string[];
}

export interface ModelMatcher {
  /** The model that a file's text means; `null`: none, or several alike. */
  find(text: string): KnownModel | null;
}

/** A text means the model that was chosen for it, else the one model with this external id, else with this name. */
export function modelMatcher(
  models: readonly KnownModel[],
  mapping: Pick<IncidentMapping, 'models' | 'allToModel'>,
): ModelMatcher {
  const byId = new Map(models.map((model) => [model.id, model]));
  const chosen = new Map(mapping.models.map(({ from, modelId }) => [fold(from), modelId]));
  const byExternal = index(models, (model) => model.externalIds.map(fold));
  const byName = index(models, (model) => [fold(model.name)]);
  const byWords = index(models, (model) => [words(model.name)]);
  const rest = mapping.allToModel === null ? null : (byId.get(mapping.allToModel) ?? null);
  return {
    find: (text) => {
      const key = fold(text);
      const picked = chosen.get(key);
      if (picked !== undefined) return picked === null ? null : (byId.get(picked) ?? null);
      if (key === '') return rest;
      return only(byExternal.get(key)) ?? only(byName.get(key)) ?? only(byWords.get(words(text))) ?? rest;
    },
  };
}

function index(
  models: readonly KnownModel[],
  keys: (model: KnownModel) => readonly string[],
): Map<string, KnownModel[]> {
  const found = new Map<string, KnownModel[]>();
  for (const model of models) {
    for (const key of new Set(keys(model))) {
      if (key === '') continue;
      const known = found.get(key);
      if (known) known.push(model);
      else found.set(key, [model]);
    }
  }
  return found;
}

/** Models that share a name cannot be told apart by it. */
const only = (models: readonly KnownModel[] | undefined): KnownModel | null =>
  models?.length === 1 ? (models[0] ?? null) : null;
