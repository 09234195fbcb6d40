import { expect, it } from 'vitest';
import { applyLabel, effectCounts, previewHeadline, readingLine } from './import-words';
import { aPreview } from './inventory/again/testing/sample-preview';

const preview = aPreview({ rows: 16, creates: 1, updates: 12, unchanged: 2, rejected: 1 });

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
