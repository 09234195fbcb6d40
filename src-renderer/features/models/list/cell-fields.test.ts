import { describe, expect, it } from 'vitest';
import { buildStore } from '../../../components/table/column-store';
import { patchStore } from '../../../components/table/store-patch';
import { cellsSlice, currentCells } from '../../../components/table/store-slice';
import { COLUMN_NAMES, type SampleRow, toGrid } from '../../../components/table/testing/sample-grid';
import { notationOf } from '../../../lib/typed';
import { EDITABLE_COLUMNS, editText, isEditable, readCell } from './cell-fields';

const blank = Object.fromEntries(COLUMN_NAMES.map((name) => [name, null]));
// Every column is set to null above; the sample sets the ones that are read.
const model = {
  ...blank,
  id: 'm',
  name: 'Churn',
  unit: 'Retail',
  tier: 2,
  annualValueMinor: 1_250_050,
  reviewDue: 20_780,
  tags: 'a, b',
  personalData: 'no',
} as SampleRow;
const store = buildStore(toGrid([model]));

describe('what is typed into a cell', () => {
  it('is trimmed, and a model keeps a name', () => {
    expect(readCell('unit', '  Retail / Cards ', 'EUR')).toMatchObject({ patch: { unit: 'Retail / Cards' } });
    expect(readCell('name', '   ', 'EUR')).toMatchObject({ ok: false, message: 'A model needs a name.' });
    expect(readCell('name', 'x'.repeat(501), 'EUR')).toMatchObject({ ok: false });
  });
  it('is money in minor units of the currency', () => {
    expect(readCell('annualValueMinor', '12500.50', 'EUR')).toEqual({
      ok: true,
      patch: { annualValueMinor: 1_250_050 },
      cells: { annualValueMinor: 1_250_050 },
    });
    expect(readCell('annualValueMinor', '', 'EUR')).toMatchObject({ patch: { annualValueMinor: null } });
  });
  it('is one of the words of the vocabulary', () => {
    expect(readCell('tier', '1', 'EUR')).toMatchObject({ patch: { tier: 1 } });
    expect(readCell('origin', '', 'EUR')).toMatchObject({ patch: { origin: null } });
    expect(readCell('personalData', '', 'EUR')).toMatchObject({ ok: false });
    expect(readCell('criticality', 'huge', 'EUR')).toMatchObject({ ok: false });
  });
  it('is a day that exists', () => {
    expect(readCell('reviewDue', '2026-11-23', 'EUR')).toMatchObject({
      patch: { nextReview: '2026-11-23' },
      cells: { reviewDue: 20_780 },
    });
    expect(readCell('reviewDue', '2026-13-01', 'EUR')).toMatchObject({ ok: false });
    expect(readCell('reviewDue', '', 'EUR')).toEqual({ ok: true, patch: { nextReview: null }, cells: {} });
  });
  it('is a list of tags without repetition', () => {
    expect(readCell('tags', 'pii, eu,, pii ', 'EUR')).toMatchObject({ patch: { tags: ['pii', 'eu'] } });
    expect(readCell('tags', 'x'.repeat(81), 'EUR')).toMatchObject({ ok: false });
  });
});

describe('an editor', () => {
  it('starts with a text that is read back as the same value', () => {
    for (const column of EDITABLE_COLUMNS) {
      if (!isEditable(column)) throw new Error(`${column} has no editor`);
      for (const notation of [notationOf('en-US'), notationOf('de-DE')]) {
        const read = readCell(column, editText(store, column, 0, 'EUR', notation), 'EUR', notation);
        if (!read.ok) throw new Error(`${column}: ${read.message}`);
        const after = patchStore(store, cellsSlice(store, 'm', read.cells));
        expect(currentCells(after, 0, [column])).toEqual(currentCells(store, 0, [column]));
      }
    }
  });
  it('can be undone from the cells as they were', () => {
    const before = currentCells(store, 0, ['tier', 'unit', 'reviewDue']);
    const changed = patchStore(store, cellsSlice(store, 'm', { tier: 1, unit: '', reviewDue: null }));
    expect(currentCells(changed, 0, ['tier', 'unit', 'reviewDue'])).toEqual({ tier: 1, unit: '', reviewDue: null });
    expect(
      currentCells(patchStore(changed, cellsSlice(changed, 'm', before)), 0, ['tier', 'unit', 'reviewDue']),
    ).toEqual(before);
  });
});
