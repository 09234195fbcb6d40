import type { VersionsMapping } from '#contract/models/import-versions';
import { fold, words } from '#domain/base/fold';
import { type KnownModel, type ModelMatch, modelMatcher, sayAmbiguous } from '#domain/models/match';
import type { ProblemTally } from '../problem-tally';
import type { ToldVersion } from './read-versions';

/** What the file tells of one model. */
export interface ModelGroup {
  /** `null`: no model has the name, and one is to be made. */
  readonly model: KnownModel | null;
  readonly name: string;
  /** In the order of the file. */
  readonly told: readonly ToldVersion[];
}

export interface FoundModel {
  readonly text: string;
  readonly match: ModelMatch;
  count: number;
}

export interface GroupedVersions {
  readonly groups: readonly ModelGroup[];
  /** Every name of the file with the model that it means. */
  readonly found: readonly FoundModel[];
}

/**
 * Which model each version is of: as the person chose, else by the rule for texts that name models. What fits several models is
 * held back; what fits none is a model to be made or left out, as the mapping says.
 */
export function groupByModel(
  told: readonly ToldVersion[],
  models: readonly KnownModel[],
  { models: choices, unknownModels }: Pick<VersionsMapping, 'models' | 'unknownModels'>,
  problems: ProblemTally,
): GroupedVersions {
  const chosen = new Map(choices.map(({ from, modelId }) => [fold(from), modelId]));
  const match = modelMatcher(models, (text) => chosen.get(fold(text)));
  const found = new Map<string, FoundModel>();
  const groups = new Map<string, { model: KnownModel | null; name: string; told: ToldVersion[] }>();
  for (const version of told) {
    const known = found.get(version.modelText) ?? {
      text: version.modelText,
      match: match(version.modelText),
      count: 0,
    };
    found.set(version.modelText, known);
    known.count += 1;
    const { model } = known.match;
    if (!model && (known.match.found !== 'unknown' || unknownModels === 'skip')) {
      problems.add(heldBack(version, known.match));
      continue;
    }
    const key = model ? `id ${model.id}` : `new ${words(version.modelText) || version.modelText}`;
    const group = groups.get(key) ?? { model, name: model?.name ?? version.modelText, told: [] };
    groups.set(key, group);
    group.told.push(version);
  }
  return { groups: [...groups.values()], found: [...found.values()] };
}

function heldBack({ row, modelText }: ToldVersion, match: ModelMatch): Parameters<ProblemTally['add']>[0] {
  const problem = { row, column: '', value: modelText, effect: 'row_refused' } as const;
  switch (match.found) {
    case 'ambiguous':
      return {
        ...problem,
        code: 'ambiguous_model',
        message: `${sayAmbiguous(modelText, match)}. Choose the one that is meant.`,
      };
    case 'left_out':
      return { ...problem, code: 'left_out', message: `“${modelText}” is left out, as you chose.` };
    default:
      return {
        ...problem,
        code: 'unknown_model',
        message: `“${modelText}” is no model of this portfolio. Choose the one that is meant, or let unknown models be created.`,
      };
  }
}
