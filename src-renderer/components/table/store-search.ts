import type { GridColumn } from '#contract/models/grid';
import { foldText, queryWords } from '#domain/base/search-text';
import type { Codes } from './codes';
import type { ColumnStore, StoreColumn, TextColumn } from './column-store';

/** The columns that the engine's search reads too; those with few values first, they leave less for the others. */
const SEARCHED = [
  'unit',
  'businessOwner',
  'technicalOwner',
  'type',
  'tags',
  'references',
  'name',
] as const satisfies readonly GridColumn[];

/** All texts of a column, folded, one a line; `starts[row]` is where a row's line begins. */
interface FoldedText {
  readonly text: string;
  readonly starts: Uint32Array;
}

const foldedTexts = new WeakMap<TextColumn, FoldedText>();
const foldedValues = new WeakMap<readonly string[], readonly string[]>();

function joinLines(lines: readonly string[]): FoldedText {
  const starts = new Uint32Array(lines.length);
  let at = 0;
  lines.forEach((line, row) => {
    starts[row] = at;
    at += line.length + 1;
  });
  return { text: lines.join('\n'), starts };
}

function foldedText(column: TextColumn): FoldedText {
  const known = foldedTexts.get(column);
  if (known) return known;
  const made = joinLines(column.values.map(foldText));
  foldedTexts.set(column, made);
  return made;
}

function foldedDictionary(values: readonly string[]): readonly string[] {
  const known = foldedValues.get(values);
  if (known) return known;
  const made = values.map(foldText);
  foldedValues.set(values, made);
  return made;
}

/** After a patch: takes over the folded lines of the rows that kept their text. */
export function carryFolded(before: TextColumn, after: TextColumn): void {
  const known = foldedTexts.get(before);
  if (known === undefined) return;
  const lines = known.text.split('\n');
  foldedTexts.set(
    after,
    joinLines(after.values.map((value, row) => (value === before.values[row] ? (lines[row] ?? '') : foldText(value)))),
  );
}

/** First row from `row` on that is not yet a hit. */
function nextMiss(hits: Uint8Array, row: number): number {
  while (row < hits.length && hits[row] === 1) row++;
  return row;
}

function markTextHits(column: TextColumn, word: string, hits: Uint8Array): void {
  const { text, starts } = foldedText(column);
  let row = nextMiss(hits, 0);
  while (row < starts.length) {
    const at = text.indexOf(word, starts[row]);
    if (at === -1) return;
    while (row + 1 < starts.length && (starts[row + 1] ?? 0) <= at) row++;
    hits[row] = 1;
    row = nextMiss(hits, row + 1);
  }
}

function markCodes(codes: Codes, wanted: Uint8Array, hits: Uint8Array): void {
  for (let row = 0; row < codes.length; row++) {
    if (hits[row] === 0 && wanted[codes[row] ?? 0] === 1) hits[row] = 1;
  }
}

function markHits(column: StoreColumn | undefined, word: string, hits: Uint8Array): void {
  if (column?.kind === 'text') markTextHits(column, word, hits);
  if (column?.kind !== 'coded') return;
  const dictionary = foldedDictionary(column.values);
  if (dictionary.length > hits.length / 4) {
    // Nearly every row has a value of its own: only those of the rows that are still open are looked at.
    for (let row = nextMiss(hits, 0); row < hits.length; row = nextMiss(hits, row + 1)) {
      if ((dictionary[column.codes[row] ?? 0] ?? '').includes(word)) hits[row] = 1;
    }
    return;
  }
  const wanted = new Uint8Array(dictionary.length);
  let found = false;
  for (let code = 0; code < dictionary.length; code++) {
    if (!(dictionary[code] ?? '').includes(word)) continue;
    wanted[code] = 1;
    found = true;
  }
  if (found) markCodes(column.codes, wanted, hits);
}

/** Clears the rows that do not hold every word of the search, in any of the searched columns. */
export function applySearch(store: ColumnStore, search: string, keep: Uint8Array): void {
  for (const word of queryWords(search)) {
    const hits = new Uint8Array(keep.length);
    for (const name of SEARCHED) markHits(store.columns.get(name), word, hits);
    for (let row = 0; row < keep.length; row++) keep[row] = (keep[row] ?? 0) & (hits[row] ?? 0);
  }
}

/** Folds the searched columns one by one, so that idle time can do it before the first key is typed. */
export function* prepareSearch(store: ColumnStore): Generator<void, void> {
  for (const name of SEARCHED) {
    const column = store.columns.get(name);
    if (column?.kind === 'text') foldedText(column);
    if (column?.kind === 'coded') foldedDictionary(column.values);
    yield;
  }
}
