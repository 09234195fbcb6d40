import type { Corpus, SetsOfRecords } from './likeness-corpus';
import { type Postings, placeFrom, postingsOf, type RecordRange } from './postings';

/** Finds the models that are worth comparing with a row. */
export interface CandidateFinder {
  /** Models of these ranges, each once. Models of another top unit are never worth it, so the ranges leave them out. */
  readonly of: (row: number, ranges: readonly RecordRange[]) => readonly number[];
}

/** A row is looked up by its rarest grams, and the best models are kept; more of either costs time and finds nothing. */
const RAREST_GRAMS = 12;
const BEST_BY_NAME = 20;
const RAREST_TERMS = 6;
const BEST_BY_TEXT = 8;
/** A word in the texts of more models than this tells none of them. */
const MOST_BY_TERM = 2000;
/** Where even the rarest grams are common, a row is looked up by fewer of them. */
const MOST_LOOKED_AT = 8000;
const FEWEST_GRAMS = 3;

export function candidateFinder(corpus: Corpus): CandidateFinder {
  const models = corpus.models.parts.length;
  const names: Searched = {
    ours: corpus.rows.names,
    postings: postingsOf(corpus.models.names, corpus.gramWeights.length, models),
    weights: corpus.gramWeights,
    lengths: lengthsOf(corpus.models.names),
    rarest: RAREST_GRAMS,
    most: BEST_BY_NAME,
  };
  const texts: Searched = {
    ours: corpus.rows.texts,
    postings: postingsOf(corpus.models.texts, corpus.termWeights.length, MOST_BY_TERM),
    weights: corpus.termWeights,
    lengths: lengthsOf(corpus.models.texts),
    rarest: RAREST_TERMS,
    most: BEST_BY_TEXT,
  };
  const scores = new Float32Array(models);
  const touched = new Int32Array(models);
  const best = (searched: Searched, row: number, ranges: readonly RecordRange[]): readonly number[] => {
    const count = addUp(searched, row, ranges, scores, touched);
    const found = bestOf(searched, scores, touched, count);
    for (let at = 0; at < count; at += 1) scores[touched[at] ?? 0] = 0;
    return found;
  };
  return { of: (row, ranges) => [...new Set([...best(names, row, ranges), ...best(texts, row, ranges)])] };
}

interface Searched {
  readonly ours: SetsOfRecords;
  /** One over the length of each model's first set. */
  readonly lengths: Float32Array;
  readonly postings: Postings;
  readonly weights: Float32Array;
  /** So many of a row's rarest numbers are looked up, and so many of the best models kept. */
  readonly rarest: number;
  readonly most: number;
}

function lengthsOf({ starts, weights }: SetsOfRecords): Float32Array {
  const lengths = new Float32Array(starts.length - 1);
  for (let record = 0; record < lengths.length; record += 1) {
    lengths[record] = 1 / Math.sqrt(weights[starts[record] ?? 0] || 1);
  }
  return lengths;
}

/** Adds what each model shares with the row to its score; answers how many were touched. */
function addUp(
  searched: Searched,
  row: number,
  ranges: readonly RecordRange[],
  scores: Float32Array,
  touched: Int32Array,
): number {
  const { postings, weights } = searched;
  let count = 0;
  for (const { id, from, to } of rarestOf(searched, row, ranges)) {
    const weight = weights[id] ?? 0;
    const square = weight * weight;
    for (let at = from; at < to; at += 1) {
      const model = postings.records[at] ?? 0;
      const before = scores[model] ?? 0;
      if (before === 0) {
        touched[count] = model;
        count += 1;
      }
      scores[model] = before + square;
    }
  }
  return count;
}

/** Where a number's models of one range lie in the postings. */
interface Looked extends RecordRange {
  readonly id: number;
}

/** The numbers of each of a row's sets that are the rarest of those that any model has, and where their models lie. */
function rarestOf(searched: Searched, row: number, ranges: readonly RecordRange[]): readonly Looked[] {
  const { ours, postings, weights, rarest } = searched;
  const chosen = new Map<number, readonly Looked[]>();
  for (let set = ours.starts[row] ?? 0; set < (ours.starts[row + 1] ?? 0); set += 1) {
    const ids = [...ours.sets.ids.subarray(ours.sets.starts[set] ?? 0, ours.sets.starts[set + 1] ?? 0)]
      .filter((id) => (postings.starts[id + 1] ?? 0) > (postings.starts[id] ?? 0))
      .sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b);
    let [taken, looked] = [0, 0];
    for (const id of ids) {
      const places = placesIn(postings, id, ranges);
      const length = places.reduce((sum, { from, to }) => sum + to - from, 0);
      if (length === 0) continue;
      looked += length;
      if (taken === rarest || (taken >= FEWEST_GRAMS && looked > MOST_LOOKED_AT)) break;
      taken += 1;
      chosen.set(id, places);
    }
  }
  return [...chosen.values()].flat();
}

function placesIn(postings: Postings, id: number, ranges: readonly RecordRange[]): readonly Looked[] {
  const found: Looked[] = [];
  for (const { from, to } of ranges) {
    const [first, end] = [placeFrom(postings, id, from), placeFrom(postings, id, to)];
    if (first < end) found.push({ id, from: first, to: end });
  }
  return found;
}

/** The models that share the most with the row for their length, best first, in a walk over them instead of a sort. */
function bestOf(
  { lengths, most }: Searched,
  scores: Float32Array,
  touched: Int32Array,
  count: number,
): readonly number[] {
  const best: number[] = [];
  const values: number[] = [];
  let least = 0;
  for (let at = 0; at < count; at += 1) {
    const model = touched[at] ?? 0;
    const value = (scores[model] ?? 0) * (lengths[model] ?? 0);
    if (value <= least) continue;
    let place = Math.min(best.length, most - 1);
    while (place > 0 && (values[place - 1] ?? 0) < value) {
      best[place] = best[place - 1] ?? 0;
      values[place] = values[place - 1] ?? 0;
      place -= 1;
    }
    best[place] = model;
    values[place] = value;
    if (best.length === most) least = values[most - 1] ?? 0;
  }
  return best;
}
