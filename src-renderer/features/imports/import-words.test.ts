import { expect, it } from 'vitest';
import type { InventoryPreview } from '#contract/imports/imports';
import { applyLabel, effectCounts, previewHeadline, readingLine } from './import-words';

const preview: InventoryPreview = {
  format: 'inventory',
  fileName: 'inventory.csv',
  fileKind: 'csv',
  encoding: 'utf-8',
  encodingCertain: true,
  encodings: [],
  delimiter: ';',
  sheets: [],
  sheetList: [],
  chosenSheets: [],
  parts: [],
  sheet: '',
  headerRow: 1,
  columns: [],
  mapping: {
    fields: [],
    key: ['name'],
    dateOrder: 'ymd',
    decimal: '.',
    emptyWords: [],
    duplicates: 'keep',
    externalSystem: '',
  },
  preset: null,
  rows: 16,
  creates: 1,
  updates: 12,
  unchanged: 2,
  rejected: 1,
  moves: { added: 0, kept: 0, contradicted: 0 },
  values: { changed: 0, kept: 0, contradicted: 0 },
  removed: 0,
  waiting: 0,
  source: { name: 'Inventory', system: 'Inventory', key: ['name'], known: false, rules: [] },
  doubles: [],
  ambiguous: [],
  asks: [],
  renamed: [],
  missing: [],
  missingModels: [],
  missingRetired: 0,
  notSpokenOf: 0,
  units: [],
  partial: [],
  problems: [],
  problemsTotal: 0,
  problemsByCode: [],
  sample: [],
};

it('says what a preview found', () => {
  expect(previewHeadline(preview, 'model')).toBe('16 rows: 1 new model, 12 updates, 2 unchanged, 1 refused');
  expect(previewHeadline({ ...preview, creates: 0, updates: 0, unchanged: 0, rejected: 0 }, 'model')).toContain(
    'nothing to import',
  );
});

it('says what the button will do', () => {
  expect(applyLabel(preview, 'model')).toBe('Import 1 new model and 12 updates');
  expect(applyLabel({ ...preview, creates: 0, updates: 0 }, 'model')).toBe('Nothing to import');
});

it('says how the file was read', () => {
  expect(readingLine(preview)).toBe('inventory.csv: utf-8, semicolons, headers in row 1, 0 columns');
  const workbook = { ...preview, fileKind: 'xlsx', encoding: '', delimiter: '', sheets: ['A', 'Models'] } as const;
  expect(readingLine({ ...workbook, sheets: ['A', 'Models'], chosenSheets: ['Models'] })).toBe(
    'inventory.csv: sheet Models, headers in row 1, 0 columns',
  );
  expect(readingLine({ ...workbook, sheets: ['A', 'Models'], chosenSheets: ['A', 'Models'] })).toContain('2 sheets');
  expect(readingLine({ ...preview, fileKind: 'json', delimiter: '', headerRow: 0 })).toBe(
    'inventory.csv: utf-8, 0 columns',
  );
});

it('counts problems by what follows from them', () => {
  const group = (effect: string, count: number) => ({ code: 'x', effect, column: '', count, message: '' });
  const problemsByCode = [group('note', 2), group('value_refused', 5), group('note', 1)];
  expect(effectCounts({ ...preview, problemsByCode })).toEqual([
    { effect: 'value_refused', count: 5 },
    { effect: 'note', count: 3 },
  ]);
});
