import type { ModelCandidate } from '#contract/imports/parts';
import type { KnownModel, ModelMatch } from '#domain/models/match';

/** More of them than this are found by searching. */
const SHOWN_CANDIDATES = 20;

interface MatchedModel {
  readonly modelId: string | null;
  readonly modelName: string;
  readonly candidates: ModelCandidate[];
}

/** What a preview says of the model that a text of the file means. */
export function describeMatch(
  match: ModelMatch | { readonly found: 'rest'; readonly model: KnownModel },
): MatchedModel {
  const candidates = match.found === 'ambiguous' ? match.candidates.slice(0, SHOWN_CANDIDATES) : [];
  return {
    modelId: match.model?.id ?? null,
    modelName: match.model?.name ?? '',
    candidates: candidates.map(({ id, name, unit }) => ({ modelId: id, modelName: name, unit })),
  };
}
