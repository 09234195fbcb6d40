import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { buildStore, numberAt, precisionAt } from '../../../src-renderer/components/table/column-store';
import { testBackend } from '../../testing/test-backend';

/** Four models of a file that knows when they went live to a month, a quarter, a year and a day. */
async function imported() {
  const backend = await testBackend();
  const file = join(backend.folder, 'inventory.csv');
  writeFileSync(
    file,
    [
      'name,stage,version,training from,deployed on',
      'Alpha,Production,1,2023,Jan 2024',
      'Beta,Production,1,,Q2 2024',
      'Gamma,Production,1,,2024',
      'Delta,Production,1,2024-02-01,2024-03-01',
      'Omega,Production,,2022,',
    ].join('\n'),
  );
  await backend.call('imports.apply', { file });
  const { rows } = await backend.call('models.list', { sort: [{ field: 'name' }] });
  const named = (name: string) => {
    const row = rows.find((one) => one.name === name);
    if (!row) throw new Error(`no model ${name}`);
    return row;
  };
  return { ...backend, rows, named };
}

it('is told with every time of a model, in the list, the grid, the page and the past', async () => {
  const { call, rows, named } = await imported();
  const [month, quarter, year, day] = ['Alpha', 'Beta', 'Gamma', 'Delta'].map(named);
  for (const row of rows.filter(({ name }) => name !== 'Omega')) {
    expect(row.versionSincePrecision).toBe(row.stageSincePrecision);
    expect(row.lastSignOfLifePrecision).toBe(row.stageSincePrecision);
  }
  expect([month, quarter, year, day].map((row) => row?.stageSincePrecision)).toEqual([
    'month',
    'quarter',
    'year',
    'day',
  ]);
  // Its last dated move is not the one into its stage, whose day nobody knows.
  expect(named('Omega')).toMatchObject({ stageSince: null, lastSignOfLifePrecision: 'year' });

  const store = buildStore(await call('models.grid', {}));
  for (const row of rows) {
    const at = store.ids.indexOf(row.id);
    expect(precisionAt(store, 'stageSincePrecision', at)).toBe(row.stageSincePrecision);
    expect(precisionAt(store, 'versionSincePrecision', at)).toBe(row.versionSincePrecision);
    expect(numberAt(store, 'stageSince', at) === null).toBe(row.stageSince === null);
  }

  expect(await call('models.get', { id: named('Alpha').id })).toMatchObject({
    timeToProductionPrecision: 'year',
    lastSignOfLifePrecision: 'month',
    versions: [{ version: '1', precision: 'month' }],
  });
  expect(await call('models.get', { id: named('Delta').id })).toMatchObject({ timeToProductionPrecision: 'day' });
  const then = await call('portfolio.asOf', { at: '2025-01-01T00:00:00.000Z' });
  expect(new Map(then.rows.map((row) => [row.name, row.stageSincePrecision])).get('Beta')).toBe('quarter');
});

it('keeps a date in an exported file to what is known to the day', async () => {
  const { call, folder, rows } = await imported();
  const out = join(folder, 'list.csv');
  await call('exports.models', { out, format: 'csv', ids: rows.map(({ id }) => id), columns: ['name', 'stageSince'] });
  expect(readFileSync(out, 'utf8').slice(1).trimEnd().split('\r\n')).toEqual([
    'Name,In stage since',
    'Alpha,2024-01',
    'Beta,2024-Q2',
    'Delta,2024-03-01',
    'Gamma,2024',
    'Omega,',
  ]);

  const book = new ExcelJS.Workbook();
  const path = join(folder, 'book.xlsx');
  await call('reports.workbook', { out: path, locale: 'en-GB', redact: {} });
  await book.xlsx.readFile(path);
  const valuesOf = (sheet: string, head: string) => {
    const table = book.getWorksheet(sheet);
    const heads = table?.getRow(1).values;
    const column = Array.isArray(heads) ? heads.indexOf(head) : -1;
    return table?.getColumn(column).values.slice(2);
  };
  const day = new Date('2024-03-01T00:00:00Z');
  expect(valuesOf('Inventory', 'Live since')).toEqual(['Jan 2024', 'Q2 2024', day, '2024']);
  expect(valuesOf('Moves', 'Effective')).toEqual(expect.arrayContaining(['2023', 'Jan 2024', 'Q2 2024', '2024', day]));
});
