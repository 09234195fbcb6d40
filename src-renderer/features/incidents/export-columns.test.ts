import { expect, it } from 'vitest';
import { INCIDENT_EXPORT_COLUMNS } from '#contract/reports/exports';
import { exportColumns, KNOWN_COLUMNS } from './register-columns';

it('names a column for each field that the shown cells hold, in their order', () => {
  expect(exportColumns(['source', 'title', 'not a column', 'modelName'])).toEqual([
    'source',
    'externalId',
    'title',
    'modelName',
    'modelText',
  ]);
  const all = exportColumns(KNOWN_COLUMNS);
  expect(new Set(all).size).toBe(all.length);
  expect(all.filter((column) => !INCIDENT_EXPORT_COLUMNS.includes(column))).toEqual([]);
});
