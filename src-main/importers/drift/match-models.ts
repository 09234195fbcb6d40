import type { DriftMapping, DriftSubject } from '#contract/drift/import';
import { words } from '#domain/base/fold';

export interface KnownModel {
  readonly id: string;
  readonly name: string;
  /** Ids in other systems. */
  readonly externalIds: readonly string[];
}

export type Match = Pick<DriftSubject, 'modelId' | 'modelName' | 'found'>;

const UNKNOWN: Match = { modelId: null, modelName: '', found: 'unknown' };

/**
 * Finds the model that a name in a file stands for: what the person chose, else the one model of that name (without case
 * and punctuation), else the one with that id here or elsewhere. A name that fits two models fits none: it is asked.
 *
 * @param everything the model that all results belong to, whatever the file calls it
 */
export function modelMatcher(
  models: readonly KnownModel[],
  mapping: DriftMapping,
  everything: string | null = null,
): (name: string) => Match {
  const byId = new Map(models.map((model) => [model.id, model]));
  const chosen = new Map(mapping.models.map(({ name, modelId }) => [name, modelId]));
  const byName = groupBy(models, (model) => [words(model.name)]);
  const byExternal = groupBy(models, (model) => [model.id, ...model.externalIds].map((id) => id.trim()));
  const matched = (model: KnownModel, found: Match['found']): Match => ({
    modelId: model.id,
    modelName: model.name,
    found,
  });
  const find = (name: string): Match => {
    const choice = everything ?? chosen.get(name);
    if (choice === null) return { modelId: null, modelName: '', found: 'left_out' };
    const model = choice === undefined ? undefined : byId.get(choice);
    if (model) return matched(model, 'chosen');
    if (name.trim() === '') return UNKNOWN;
    const named = only(byName.get(words(name)));
    if (named) return matched(named, 'name');
    const external = only(byExternal.get(name.trim()));
    return external ? matched(external, 'external_id') : UNKNOWN;
  };
  const cache = new Map<string, Match>();
  return (name) => {
    const known = cache.get(name) ?? find(name);
    cache.set(name, known);
    return known;
  };
}

const only = (models: readonly KnownModel[] | undefined): KnownModel | undefined =>
  models?.length === 1 ? models[0] : undefined;

function groupBy(
  models: readonly KnownModel[],
  keysOf: (model: KnownModel) => readonly string[],
): ReadonlyMap<string, readonly KnownModel[]> {
  const groups = new Map<string, KnownModel[]>();
  for (const model of models) {
    for (const key of new Set(keysOf(model))) {
      if (key === '') continue;
      const group = groups.get(key);
      if (group) group.push(model);
      else groups.set(key, [model]);
    }
  }
  return groups;
}
