import { sharedWeight } from './id-sets';
import { wordsAlone } from './like-words';
import type { Corpus, SetsOfRecords } from './likeness-corpus';
import { numbersInName } from './name-numbers';
import { tellsEnough, wordsOfName } from './name-words';
import { SMALL_WORDS } from './small-words';

/** How near the names and the texts of a row and a model are, before anything is taken off. */
export interface Nearness {
  /** Likeness of the names, from 0 to 1, equal but for case and signs. */
  readonly name: number;
  /** The names that are most alike, folded. */
  readonly rowName: string;
  readonly modelName: string;
  /** Both have brackets, and they share no word. */
  readonly bracketsDiffer: boolean;
  /** Likeness of the texts that are most alike, from 0 to 1; `null` where there are none to compare. */
  readonly text: number | null;
}

/** What speaks for and against a row being a model, before it is weighed. */
export interface Evidence extends Nearness {
  /** The numbers that each name counts by, '' without any. */
  readonly rowNumbers: string;
  readonly modelNumbers: string;
  /** Content words that each name has alone. On one side only they were added; on both they were exchanged. */
  readonly onlyRow: readonly string[];
  readonly onlyModel: readonly string[];
  /** The weight of what was exchanged: the words of the side that has less, each up to 1 by its rarity. */
  readonly exchanged: number;
}

export function nearnessOf(corpus: Corpus, row: number, model: number): Nearness {
  return { ...bestNames(corpus, row, model), text: bestTexts(corpus, row, model) };
}

export function evidenceOf(corpus: Corpus, nearness: Nearness): Evidence {
  const { rowName, modelName } = nearness;
  const rowWords = wordsOfName(rowName);
  const modelWords = wordsOfName(modelName);
  // Numbers are weighed by themselves.
  const content = (words: readonly string[]): readonly string[] =>
    words.filter((word) => !SMALL_WORDS.has(word) && !/^\d+$/.test(word));
  const onlyRow = rowName === modelName ? [] : content(wordsAlone(rowWords, modelWords, modelName));
  const onlyModel = rowName === modelName ? [] : content(wordsAlone(modelWords, rowWords, rowName));
  const weight = (words: readonly string[]): number => words.reduce((sum, word) => sum + corpus.wordWeight(word), 0);
  return {
    ...nearness,
    rowNumbers: numbersInName(rowWords).join(', '),
    modelNumbers: numbersInName(modelWords).join(', '),
    onlyRow,
    onlyModel,
    exchanged: Math.min(weight(onlyRow), weight(onlyModel)),
  };
}

/** The rest is how much of the shorter name is found in the longer one: cut names, added words. */
const COSINE_SHARE = 0.6;

function bestNames(corpus: Corpus, row: number, model: number) {
  const { rows, models, gramWeights } = corpus;
  const [rowParts, modelParts] = [rows.parts[row], models.parts[model]];
  const bracketsDiffer = differ(rowParts?.brackets ?? '', modelParts?.brackets ?? '');
  let best = { name: -1, rowName: '', modelName: '' };
  for (const [r, rowName] of (rows.nameTexts[row] ?? []).entries()) {
    for (const [m, modelName] of (models.nameTexts[model] ?? []).entries()) {
      // `(Content Editing)` and `(Data Extraction)` are what tells two apart, so they are not left out.
      if (bracketsDiffer && (rowName === rowParts?.bare || modelName === modelParts?.bare)) continue;
      const [a, b] = [(rows.names.starts[row] ?? 0) + r, (models.names.starts[model] ?? 0) + m];
      const likeness = rowName === modelName ? 1 : likenessOf(rows.names, a, rowName, models.names, b, modelName);
      if (likeness > best.name) best = { name: likeness, rowName, modelName };
    }
  }
  return { ...best, bracketsDiffer };

  function likenessOf(ours: SetsOfRecords, a: number, one: string, theirs: SetsOfRecords, b: number, other: string) {
    const [weightA, weightB] = [ours.weights[a] ?? 0, theirs.weights[b] ?? 0];
    const shared = sharedWeight(ours.sets, a, theirs.sets, b, gramWeights);
    if (shared === 0) return 0;
    const cosine = shared / Math.sqrt(weightA * weightB);
    const tells = tellsEnough(wordsOfName(weightA < weightB ? one : other));
    return COSINE_SHARE * cosine + (tells ? ((1 - COSINE_SHARE) * shared) / Math.min(weightA, weightB) : 0);
  }
}

/** Whether two brackets speak of different things; one that is empty, or that shares a word, does not. */
function differ(a: string, b: string): boolean {
  if (a === '' || b === '' || a === b) return false;
  const words = a.split(' ');
  return !b.split(' ').some((word) => words.includes(word));
}

function bestTexts(corpus: Corpus, row: number, model: number): number | null {
  const { texts: ours } = corpus.rows;
  const { texts: theirs } = corpus.models;
  let best: number | null = null;
  for (let a = ours.starts[row] ?? 0; a < (ours.starts[row + 1] ?? 0); a += 1) {
    for (let b = theirs.starts[model] ?? 0; b < (theirs.starts[model + 1] ?? 0); b += 1) {
      const shared = sharedWeight(ours.sets, a, theirs.sets, b, corpus.termWeights);
      best = Math.max(best ?? 0, shared / Math.sqrt((ours.weights[a] ?? 1) * (theirs.weights[b] ?? 1)));
    }
  }
  return best;
}
