import type { Corpus, SetsOfRecords } from './likeness-corpus';
import { type Postings, postingsOf } from './postings';

/** Finds the models that are worth comparing with a row. */
export interface CandidateFinder {
  /** Models, each once; `may` says which of them are worth it at all (another top unit never is). */
  readonly of: (row: number, may: (model: number) => boolean) => readonly number[];
}

/** A row is looked up by its rarest grams, and the best models are kept; more of either costs time and finds nothing. */
const RAREST_GRAMS = 12;
const BEST_BY_NAME = 20;
const RAREST_TERMS = 6;
const BEST_BY_TEXT = 8;
/** A word in the texts of more models than this tells none of them. */
const MOST_BY_TERM = 2000;

export function candidateFinder(corpus: Corpus): CandidateFinder {
  const models = corpus.models.parts.length;
  const names = postingsOf(corpus.models.names, corpus.gramWeights.length, models);
  const texts = postingsOf(corpus.models.texts, corpus.termWeights.length, MOST_BY_TERM);
  const scores = new Float32Array(models);
  const touched = new Int32Array(models);

  function best(
    ours: SetsOfRecords,
    row: number,
    postings: Postings,
    weights: Float32Array,
    rarest: number,
    most: number,
    theirs: SetsOfRecords,
    may: (model: number) => boolean,
  ): readonly number[] {
    let count = 0;
    for (const id of rarestOf(ours, row, postings, weights, rarest)) {
      const weight = (weights[id] ?? 0) ** 2;
      const end = postings.starts[id + 1] ?? 0;
      for (let at = postings.starts[id] ?? 0; at < end; at += 1) {
        const model = postings.records[at] ?? 0;
        const before = scores[model] ?? 0;
        if (before === 0) {
          touched[count] = model;
          count += 1;
        }
        scores[model] = before + weight;
      }
    }
    const found = bestOf(touched, count, most, (model) =>
      may(model) ? (scores[model] ?? 0) / Math.sqrt(theirs.weights[theirs.starts[model] ?? 0] ?? 1) : 0,
    );
    for (let at = 0; at < count; at += 1) scores[touched[at] ?? 0] = 0;
    return found;
  }

  return {
    of: (row, may) => [
      ...new Set([
        ...best(
          corpus.rows.names,
          row,
          names,
          corpus.gramWeights,
          RAREST_GRAMS,
          BEST_BY_NAME,
          corpus.models.names,
          may,
        ),
        ...best(
          corpus.rows.texts,
          row,
          texts,
          corpus.termWeights,
          RAREST_TERMS,
          BEST_BY_TEXT,
          corpus.models.texts,
          may,
        ),
      ]),
    ],
  };
}

/** The numbers of a row's sets that the fewest models have, those that none has left out. */
function rarestOf(
  { sets, starts }: SetsOfRecords,
  row: number,
  postings: Postings,
  weights: Float32Array,
  rarest: number,
): readonly number[] {
  const chosen = new Set<number>();
  for (let set = starts[row] ?? 0; set < (starts[row + 1] ?? 0); set += 1) {
    const ids = [...sets.ids.subarray(sets.starts[set] ?? 0, sets.starts[set + 1] ?? 0)]
      .filter((id) => (postings.starts[id + 1] ?? 0) > (postings.starts[id] ?? 0))
      .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    for (const id of ids.slice(0, rarest)) chosen.add(id);
  }
  return [...chosen];
}

/** The items with the highest value above 0, best first, in a walk over them instead of a sort. */
function bestOf(items: Int32Array, count: number, most: number, scoreOf: (item: number) => number): readonly number[] {
  const best: number[] = [];
  const values: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const item = items[at] ?? 0;
    const value = scoreOf(item);
    if (value <= 0 || (best.length === most && value <= (values[most - 1] ?? 0))) continue;
    let place = Math.min(best.length, most - 1);
    while (place > 0 && (values[place - 1] ?? 0) < value) {
      best[place] = best[place - 1] ?? 0;
      values[place] = values[place - 1] ?? 0;
      place -= 1;
    }
    best[place] = item;
    values[place] = value;
  }
  return best;
}
