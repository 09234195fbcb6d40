import { fold, words } from '../base/fold';
import { oneOf, sayCount } from '../base/wording';

/** A model as texts of other systems may mean it. */
export interface KnownModel {
  readonly id: string;
  readonly name: string;
  /** Tells models of one name apart where a person has to choose. */
  readonly unit: string;
  /** What other systems call it, each with the system that does. */
  readonly externalIds: readonly { readonly system: string; readonly id: string }[];
}

/** What a text was recognised by. */
export type MatchedBy = 'chosen' | 'external_id' | 'own_id' | 'name';

export interface AmbiguousMatch {
  readonly found: 'ambiguous';
  readonly model: null;
  readonly by: Exclude<MatchedBy, 'chosen'>;
  /** At least two. */
  readonly candidates: readonly KnownModel[];
}

export type ModelMatch =
  | { readonly found: MatchedBy; readonly model: KnownModel }
  /** Several models fit equally well: a person has to say which. `by` is what they share. */
  | AmbiguousMatch
  /** `unknown`: no model fits; `left_out`: a person said that it means none. */
  | { readonly found: 'unknown' | 'left_out'; readonly model: null };

/**
 * What a person chose for a text: the id of a model, `null` for none of them, `undefined` where nothing was chosen. The
 * choice of a model that is no longer there counts as none: the text is looked up.
 */
export type Choice = (text: string) => string | null | undefined;

interface Step {
  readonly by: Exclude<MatchedBy, 'chosen'>;
  readonly keysOf: (model: KnownModel) => readonly string[];
  readonly keyOf: (text: string) => string;
}

/**
 * From the most to the least deliberate statement: an external id was given to a model so that it is found by it, an own
 * id was copied from here, a name may be anybody's. As written comes before folded, so that two ids or names that differ
 * in case alone can each be said. Ids are folded at all because people and spreadsheets retype them (`app-2`, a dash made
 * typographic); nothing is dropped from them, for `1.2` and `12` are two ids. Of names punctuation goes too: registries
 * write `churn_model` or `ChurnModel` for "Churn model".
 */
const STEPS: readonly Step[] = [
  { by: 'external_id', keysOf: (model) => model.externalIds.map(({ id }) => id.trim()), keyOf: asWritten },
  { by: 'external_id', keysOf: (model) => model.externalIds.map(({ id }) => fold(id)), keyOf: fold },
  { by: 'own_id', keysOf: (model) => [model.id], keyOf: asWritten },
  { by: 'name', keysOf: (model) => [model.name.trim()], keyOf: asWritten },
  { by: 'name', keysOf: (model) => [words(model.name)], keyOf: words },
];

/**
 * "Which model does this text mean?", for every file and system that names models: what the person chose, else the first
 * step at which the text fits. Where it fits several models there, none is picked, and later steps are not asked: a text
 * that may mean two is not settled by what it is worth less for.
 *
 * The models are indexed once, and each text is looked up once: a matcher holds for the models that it was made of.
 */
export function modelMatcher(models: readonly KnownModel[], choice: Choice): (text: string) => ModelMatch {
  const byId = new Map(models.map((model) => [model.id, model]));
  const steps = STEPS.map((step) => ({ ...step, models: groupByKey(models, step.keysOf) }));
  const find = (text: string): ModelMatch => {
    const chosen = choice(text);
    if (chosen === null) return { found: 'left_out', model: null };
    const model = chosen === undefined ? undefined : byId.get(chosen);
    if (model) return { found: 'chosen', model };
    for (const step of steps) {
      const fitting = step.models.get(step.keyOf(text));
      if (fitting === undefined) continue;
      const [only, ...others] = fitting;
      return only && others.length === 0
        ? { found: step.by, model: only }
        : { found: 'ambiguous', model: null, by: step.by, candidates: fitting };
    }
    return { found: 'unknown', model: null };
  };
  const known = new Map<string, ModelMatch>();
  return (text) => {
    const before = known.get(text);
    if (before) return before;
    const match = find(text);
    known.set(text, match);
    return match;
  };
}

/** More candidates than this are counted in a sentence. */
const NAMED = 3;

/** `“Churn” fits 2 models by name: Churn (Retail) or Churn (Motor)`. */
export function sayAmbiguous(text: string, { by, candidates }: AmbiguousMatch): string {
  const names = candidates.slice(0, NAMED).map(({ name, unit }) => (unit === '' ? name : `${name} (${unit})`));
  const more = candidates.length - names.length;
  const which = oneOf(more > 0 ? [...names, `${sayCount(more)} more`] : names);
  return `“${text}” fits ${sayCount(candidates.length)} models by ${STEP_WORDS[by]}: ${which}`;
}

const STEP_WORDS: Readonly<Record<AmbiguousMatch['by'], string>> = {
  external_id: 'external id',
  own_id: 'id',
  name: 'name',
};

function asWritten(text: string): string {
  return text.trim();
}

/** An empty text means nothing, so it is no key. */
function groupByKey(models: readonly KnownModel[], keysOf: Step['keysOf']): ReadonlyMap<string, readonly KnownModel[]> {
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
