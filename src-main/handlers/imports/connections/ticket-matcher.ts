import type { ConnectionMapping } from '#contract/imports/connections';
import { readFacets, ruledBy } from '#domain/connections/ticket-facets';
import type { KnownModel } from '#domain/models/match';
import type { IncidentMatch } from '../../../importers/incidents/match-models';

/** Whose a ticket is, by the rules of its connection and nothing else: a name that fits is no rule. */
export function ticketMatcher(
  models: readonly KnownModel[],
  rules: ConnectionMapping['attach'],
): (text: string) => IncidentMatch {
  const byId = new Map(models.map((model) => [model.id, model]));
  // A rule about a model that is not there any more says nothing.
  const standing = rules.filter(({ modelId }) => modelId === null || byId.has(modelId));
  const rulesFor = ruledBy(standing);
  const known = new Map<string, IncidentMatch>();
  const find = (text: string): IncidentMatch => {
    const ruled = rulesFor(readFacets(text));
    const model = ruled.found === 'model' ? byId.get(ruled.modelId) : undefined;
    if (model) return { found: 'chosen', model };
    return { found: ruled.found === 'none' ? 'left_out' : 'unknown', model: null };
  };
  return (text) => {
    const found = known.get(text) ?? find(text);
    known.set(text, found);
    return found;
  };
}
