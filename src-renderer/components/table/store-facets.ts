import type { GridColumn } from '#contract/models/grid';
import { topUnit } from '#domain/base/unit-path';
import { compareTexts } from './collate';
import type { ColumnStore } from './column-store';
import { SEMANTIC_ORDERS } from './semantic-orders';

export interface FacetCount {
  /** '' = the empty field. A tier is written as its digit. */
  readonly value: string;
  readonly count: number;
}

/** `unitPath`: a unit and the part before its ' / ', each with all that belongs to it. */
export type Facet = GridColumn | 'owner' | 'tag' | 'unitPath';

/** Rows of each dictionary entry. */
function countCodes(store: ColumnStore, rows: Uint32Array, name: GridColumn): Map<string, number> {
  const column = store.columns.get(name);
  const counts = new Map<string, number>();
  if (column?.kind === 'coded') {
    const byCode = new Uint32Array(column.values.length);
    for (const row of rows) {
      const code = column.codes[row] ?? 0;
      byCode[code] = (byCode[code] ?? 0) + 1;
    }
    byCode.forEach((count, code) => {
      if (count > 0) counts.set(column.values[code] ?? '', count);
    });
  }
  if (column?.kind === 'number') {
    for (const row of rows) {
      const number = column.values[row] ?? Number.NaN;
      const value = Number.isNaN(number) ? '' : String(number);
      counts.set(value, (counts.get(value) ?? 0) + 1);
    }
  }
  return counts;
}

/** Counts of the parts of each value; a part that a value holds twice counts once. */
function regroup(
  counts: ReadonlyMap<string, number>,
  parts: (value: string) => readonly string[],
): Map<string, number> {
  const grouped = new Map<string, number>();
  for (const [value, count] of counts) {
    for (const part of new Set(parts(value))) grouped.set(part, (grouped.get(part) ?? 0) + count);
  }
  return grouped;
}

/** A model counts once for an owner who holds both roles; a role that nobody holds is no owner. */
function countOwners(store: ColumnStore, rows: Uint32Array): Map<string, number> {
  const business = store.columns.get('businessOwner');
  const technical = store.columns.get('technicalOwner');
  if (business?.kind !== 'coded' || technical?.kind !== 'coded') return new Map();
  const counts = countCodes(store, rows, 'businessOwner');
  const codeOf = new Map(business.values.map((value, code) => [value, code]));
  const sameAs = technical.values.map((value) => codeOf.get(value) ?? -1);
  for (const row of rows) {
    const code = technical.codes[row] ?? 0;
    if (sameAs[code] === business.codes[row]) continue;
    const value = technical.values[code] ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  counts.delete('');
  return counts;
}

function countsOf(store: ColumnStore, rows: Uint32Array, facet: Facet): Map<string, number> {
  if (facet === 'owner') return countOwners(store, rows);
  if (facet === 'tag') return regroup(countCodes(store, rows, 'tags'), (value) => value.split(', '));
  if (facet === 'unitPath') return regroup(countCodes(store, rows, 'unit'), (value) => [topUnit(value), value]);
  return countCodes(store, rows, facet);
}

/** How many of the rows hold each value: by the vocabulary's order where there is one, else the most frequent first. */
export function facetCounts(store: ColumnStore, rows: Uint32Array, facet: Facet): readonly FacetCount[] {
  const words = facet === 'owner' || facet === 'tag' || facet === 'unitPath' ? undefined : SEMANTIC_ORDERS[facet];
  const list = [...countsOf(store, rows, facet)].map(([value, count]) => ({ value, count }));
  return list.sort((a, b) => {
    if (a.value === '' || b.value === '') return Number(a.value === '') - Number(b.value === '');
    if (words) return words.indexOf(a.value) - words.indexOf(b.value);
    if (facet === 'tier') return Number(a.value) - Number(b.value);
    return b.count - a.count || compareTexts(a.value, b.value);
  });
}
