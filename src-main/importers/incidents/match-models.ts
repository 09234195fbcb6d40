import type { IncidentMapping } from '#contract/incidents/import';
import { fold } from '#domain/base/fold';
import { type KnownModel, type ModelMatch, modelMatcher } from '#domain/models/match';

/** `rest`: the model of all incidents whose own text finds none. */
export type IncidentMatch = ModelMatch | { readonly found: 'rest'; readonly model: KnownModel };

/**
 * Whose an incident is, by what its file says. Where a text fits several models, it is none of the rest: what it means is
 * one of those.
 */
export function incidentMatcher(
  models: readonly KnownModel[],
  mapping: Pick<IncidentMapping, 'models' | 'allToModel'>,
): (text: string) => IncidentMatch {
  const chosen = new Map(mapping.models.map(({ from, modelId }) => [fold(from), modelId]));
  const match = modelMatcher(models, (text) => chosen.get(fold(text)));
  const model = models.find(({ id }) => id === mapping.allToModel);
  const rest: IncidentMatch | null = model ? { found: 'rest', model } : null;
  return (text) => {
    const found = match(text);
    return found.found === 'unknown' && rest ? rest : found;
  };
}
