import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeXlsx } from '../testing/make-xlsx';
import { tempFiles } from '../testing/temp-files';
import { readTable } from './read-table';
import type { ReadOptions, Table } from './table';

const files = tempFiles();
const sample = (name: string): string => join(import.meta.dirname, 'samples', name);
const read = (name: string, options: Partial<ReadOptions> = {}): Promise<Table> =>
  readTable(sample(name), { encoding: 'auto', delimiter: 'auto', ...options });

const codes = (table: Table): string[] => table.problems.map(({ row, code }) => `${row} ${code}`);

describe.each(['ods', 'xls', 'xlsx'] as const)('a workbook saved as %s', (format) => {
  it('gives its first visible sheet as texts', async () => {
    const table = await read(`inventory.${format}`);
    expect(table).toMatchObject({ fileKind: format, encoding: '', chosenSheets: ['Inventory 2025'], headerRow: 3 });
    expect(table.labels).toEqual(['Name', 'Business unit', 'Stage', 'Tier', 'Deployed on', 'Annual value']);
    expect(table.rows).toEqual([
      ['Churn', 'Retail', 'Production', '2', '2024-01-01', '120000'],
      ['Größe & Maß', 'Retail', 'Development', '3', '', '80000.5'],
      ['Fraud “A”', 'Retail', 'Production', '1', '2024-03-01', '80000'],
      ['Pricing', 'Insurance', 'Retired', '3', '2023-01-01', '0'],
      ['Broken', 'Insurance', 'Development', '2', '', ''],
      ['Naïve scoring', 'Markets', 'Validation', '1', '', '5000'],
    ]);
    expect(table.rowNumbers).toEqual([4, 5, 6, 7, 8, 9]);
  });

  it('says what it filled, left out and could not read', async () => {
    const table = await read(`inventory.${format}`);
    expect(codes(table)).toEqual([
      '8 cell_error',
      '1 above_header',
      '2 above_header',
      '4 merged_cells',
      '10 total_row',
    ]);
    expect(table.problems.map(({ message }) => message).join('\n')).toMatch(/B4:B6.*“Retail”[\s\S]*called “Total”/);
    expect((await read(`inventory.${format}`, { totals: 'keep' })).rows.at(-1)?.[0]).toBe('Total');
  });

  it('marks the hidden sheet', async () => {
    const { sheets } = await read(`inventory.${format}`);
    expect(sheets.filter(({ state }) => state !== 'visible')).toEqual([{ name: 'Old notes', state: 'hidden' }]);
    expect((await read(`inventory.${format}`, { sheet: 'Old notes' })).rows).toEqual([
      ['Do not import', 'Nowhere', 'Retired'],
    ]);
  });

  it('puts sheets with the same headers together, and says which row is from which', async () => {
    const table = await read(`inventory.${format}`, { sheets: ['Inventory 2025', 'Inventory 2026'] });
    expect(table.labels.at(-1)).toBe('Sheet');
    expect(table.rows.at(-1)).toEqual([
      'Document search',
      'Operations',
      'Development',
      '3',
      '',
      '10000',
      'Inventory 2026',
    ]);
    expect(table.rows.at(-2)?.slice(4)).toEqual(['2026-02-01', '250000', 'Inventory 2026']);
    expect(table.parts).toEqual([
      { sheet: 'Inventory 2025', firstRow: 4, offset: 0 },
      { sheet: 'Inventory 2026', firstRow: 12, offset: 10 },
    ]);
    expect(table.rowNumbers).toEqual([4, 5, 6, 7, 8, 9, 12, 13]);
    await expect(read(`inventory.${format}`, { sheets: ['Inventory 2025', 'Other'] })).rejects.toThrow(
      /do not have the same headers: .*“Name”.* only in “Inventory 2025”, “Contact”, “Telephone” only in “Other”/,
    );
  });
});

describe('old workbooks', () => {
  it('read texts that are cut in the middle as the newer format has them', async () => {
    const [xls, ods] = [await read('long-texts.xls'), await read('long-texts.ods')];
    expect(xls.rows).toHaveLength(300);
    expect(xls.rows).toEqual(ods.rows);
    expect(xls.rows[58]?.[1]).toBe('Weighs claims '.repeat(60).trimEnd().concat(' '));
  });

  it.each(['locked.xls', 'locked.ods'])('under a password say so: %s', async (name) => {
    await expect(read(name)).rejects.toThrow(/is protected by a password/);
  });

  it('of today under a password lie in the same container', async () => {
    const bytes = await readFile(sample('inventory.xls'));
    const entry = bytes.indexOf(Buffer.from('Workbook', 'utf16le'));
    const name = Buffer.from('EncryptedPackage', 'utf16le');
    name.copy(bytes, entry);
    bytes.writeUInt16LE(name.length + 2, entry + 64);
    await expect(files.read('locked.xlsx', bytes)).rejects.toThrow(/locked\.xlsx is protected by a password/);
  });

  it('take a hidden sheet only where no other has data, and say so', async () => {
    const sheet = (name: string, state: string, rows: string) => ({ name, state, rows });
    const cell = (text: string): string => `<row><c t="inlineStr"><is><t>${text}</t></is></c></row>`;
    const hidden = sheet('Hidden', 'veryHidden', cell('H') + cell('x'));
    const both = makeXlsx({ sheets: [hidden, sheet('Shown', 'visible', cell('S') + cell('y'))] });
    expect(await files.read('both.xlsx', both)).toMatchObject({ chosenSheets: ['Shown'], problems: [] });
    const only = await files.read('only.xlsx', makeXlsx({ sheets: [hidden, sheet('Shown', 'visible', '')] }));
    expect(only).toMatchObject({ chosenSheets: ['Hidden'], problems: [{ code: 'hidden_sheet' }] });
    expect(only.sheets[0]).toEqual({ name: 'Hidden', state: 'veryHidden' });
  });
});
