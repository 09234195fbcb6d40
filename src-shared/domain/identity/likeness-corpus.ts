import { foldName } from './fold-name';
import { HashIds } from './hash-ids';
import { type IdSets, idSetsBuilder, weightOfSet } from './id-sets';
import { visitRuns } from './letter-kinds';
import type { LikenessRecord } from './likeness-record';
import { gramsOfName } from './name-grams';
import { type NameParts, takeApart } from './name-parts';
import type { SettledPairs } from './settled-pairs';
import { termOf, termsOfText } from './text-terms';

/** Sets of numbers, some for each record. */
export interface SetsOfRecords {
  readonly sets: IdSets;
  /** Record `r` has the sets `starts[r]` up to, not with, `starts[r + 1]`. */
  readonly starts: Int32Array;
  readonly owners: Int32Array;
  /** Squared weight of each set. */
  readonly weights: Float32Array;
}

/** One side of a comparison. */
export interface CorpusSide {
  readonly parts: readonly NameParts[];
  /** Folded names of each record, in the order of its sets: the main one, without brackets, what it was called before. */
  readonly nameTexts: readonly (readonly string[])[];
  /** Grams of names. */
  readonly names: SetsOfRecords;
  /** Content words of texts that can be compared: long enough, and not a sentence that stands on many records. */
  readonly texts: SetsOfRecords;
}

export interface Corpus {
  readonly models: CorpusSide;
  readonly rows: CorpusSide;
  /** What agreement on a gram, on a word of a text is worth: the rarer, the more. */
  readonly gramWeights: Float32Array;
  readonly termWeights: Float32Array;
  /** What a word of a name is worth, from 0 to 1, the rarest. */
  readonly wordWeight: (word: string) => number;
}

/** Fewer different content words than this are a label, not a text. */
const FEWEST_TERMS = 6;
/** A text on more records of its side than this is boilerplate. */
const MOST_COPIES = 2;

interface Vocabulary {
  readonly grams: HashIds;
  readonly terms: HashIds;
  /** Words of names, and how many names have each. */
  readonly words: HashIds;
  readonly named: number[];
}

type Unweighted = Omit<SetsOfRecords, 'weights'>;
type UnweightedSide = Omit<CorpusSide, 'names' | 'texts'> & { readonly names: Unweighted; readonly texts: Unweighted };

/** Records that are not compared any more, but tell which words are common and which texts are boilerplate. */
export interface Background {
  readonly models: readonly LikenessRecord[];
  readonly rows: readonly LikenessRecord[];
  /** The same of further ones, of which some were kept, and how often each text stands. */
  readonly settled?: Pick<SettledPairs, 'sample' | 'copies'> | undefined;
}

/** So many of the others suffice to tell common words from rare ones. */
const MOST_OTHERS = 4000;

export function likenessCorpus(
  models: readonly LikenessRecord[],
  rows: readonly LikenessRecord[],
  background: Background = { models: [], rows: [] },
): Corpus {
  const vocabulary: Vocabulary = {
    grams: new HashIds(1 << 16),
    terms: new HashIds(1 << 17),
    words: new HashIds(1 << 14),
    named: [],
  };
  const { settled } = background;
  const ours = sideOf(models, background.models, vocabulary, settled?.copies.models);
  const theirs = sideOf(rows, background.rows, vocabulary, settled?.copies.rows);
  const all = [...background.models, ...background.rows, ...(settled?.sample ?? [])];
  const others = sideOf(sampleOf(all), [], vocabulary);
  const sides = [ours, theirs, others];
  const records = sides.reduce((sum, side) => sum + side.parts.length, 0);
  const gramWeights = weightsOf(
    sides.map(({ names }) => names.sets),
    vocabulary.grams.size,
  );
  const termWeights = weightsOf(
    sides.map(({ texts }) => texts.sets),
    vocabulary.terms.size,
  );
  const weighted = (side: UnweightedSide): CorpusSide => ({
    ...side,
    names: { ...side.names, weights: weightsOfSets(side.names.sets, gramWeights) },
    texts: { ...side.texts, weights: weightsOfSets(side.texts.sets, termWeights) },
  });
  const rarest = Math.log(1 + records);
  return {
    models: weighted(ours),
    rows: weighted(theirs),
    gramWeights,
    termWeights,
    wordWeight: (word) => {
      const times = vocabulary.named[vocabulary.words.find(termOf(word, 0, word.length))] ?? 1;
      return Math.log(1 + records / times) / rarest;
    },
  };
}

/** Every so manieth, so that the sample does not hang on the order of the file alone. */
function sampleOf(records: readonly LikenessRecord[]): readonly LikenessRecord[] {
  const step = Math.max(1, Math.ceil(records.length / MOST_OTHERS));
  return records.filter((_, at) => at % step === 0);
}

function sideOf(
  records: readonly LikenessRecord[],
  others: readonly LikenessRecord[],
  vocabulary: Vocabulary,
  furtherCopies: (text: string) => number = () => 0,
): UnweightedSide {
  const copies = copiesOfTexts([records, others]);
  const parts: NameParts[] = [];
  const nameTexts: (readonly string[])[] = [];
  const names = setsBuilder(records.length, 40);
  const texts = setsBuilder(records.length, 48);
  for (const record of records) {
    const part = takeApart(record.name, record.folded);
    const all = namesOf(part, record.formerNames);
    parts.push(part);
    nameTexts.push(all);
    for (const name of all) {
      gramsOfName(name, (gram) => names.add(vocabulary.grams.add(gram)));
      names.close(0); // signs alone have no grams, but keep their place
    }
    names.next();
    visitRuns(part.main, (from, to) => {
      const word = vocabulary.words.add(termOf(part.main, from, to));
      vocabulary.named[word] = (vocabulary.named[word] ?? 0) + 1;
    });
    for (const text of record.texts) {
      if (text === '' || (copies.get(text) ?? 0) + furtherCopies(text) > MOST_COPIES) continue;
      termsOfText(text, (term) => texts.add(vocabulary.terms.add(term)));
      texts.close(FEWEST_TERMS);
    }
    texts.next();
  }
  return { parts, nameTexts, names: names.build(), texts: texts.build() };
}

const NO_NAMES: readonly string[] = [];

const namesOf = (part: NameParts, former: readonly string[] = NO_NAMES): readonly string[] =>
  part.bare === part.main && part.former === '' && former.length === 0
    ? [part.main]
    : [...new Set([part.main, part.bare, part.former, ...former.map(foldName)])].filter((name) => name !== '');

/** Sets that belong to records: `close` ends a set, or drops it if it has fewer members, `next` ends a record. */
function setsBuilder(records: number, expected: number) {
  const sets = idSetsBuilder(records, records * expected);
  const starts = new Int32Array(records + 1);
  const owners: number[] = [];
  let record = 0;
  return {
    add: sets.add,
    close: (fewest: number): void => {
      if (sets.close(fewest)) owners.push(record);
    },
    next: (): void => {
      record += 1;
      starts[record] = owners.length;
    },
    build: (): Unweighted => ({ sets: sets.build(), starts, owners: Int32Array.from(owners) }),
  };
}

function copiesOfTexts(parts: readonly (readonly LikenessRecord[])[]): ReadonlyMap<string, number> {
  const copies = new Map<string, number>();
  for (const records of parts) {
    for (const { texts } of records) {
      for (const text of texts.length > 1 ? new Set(texts) : texts) copies.set(text, (copies.get(text) ?? 0) + 1);
    }
  }
  return copies;
}

function weightsOf(sides: readonly IdSets[], size: number): Float32Array {
  const found = new Int32Array(size);
  let total = 0;
  for (const { ids, count } of sides) {
    total += count;
    for (let at = 0; at < ids.length; at += 1) {
      const id = ids[at] ?? 0;
      found[id] = (found[id] ?? 0) + 1;
    }
  }
  const weights = new Float32Array(size);
  for (let id = 0; id < size; id += 1) weights[id] = Math.log(1 + total / Math.max(1, found[id] ?? 1));
  return weights;
}

function weightsOfSets(sets: IdSets, weights: Float32Array): Float32Array {
  const found = new Float32Array(sets.count);
  for (let set = 0; set < sets.count; set += 1) found[set] = weightOfSet(sets, set, weights);
  return found;
}
