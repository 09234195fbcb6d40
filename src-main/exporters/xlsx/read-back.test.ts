import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tempFiles } from '../../importers/testing/temp-files';
import { type Cell, type CellValue, type Row, type Sheet, serialDate } from './cells';
import { numberFormats } from './number-formats';
import { writeXlsx } from './write-xlsx';

const files = tempFiles();
const properties = { title: 'T', subject: 'S', creator: 'Modelfolio', created: '2026-11-23T10:00:00.000Z' };

const written = (rows: readonly Row[], more: Partial<Sheet> = {}): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: 'Models', columns: [], rows, ...more }], names: [], properties });

/** Codes as ECMA-376 has them read: ExcelJS does so in shared texts, not in those that lie in their cells. */
const decoded = (one: ExcelJS.CellValue): ExcelJS.CellValue =>
  typeof one === 'string'
    ? one.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : one;

/** The first sheet as ExcelJS reads it. */
async function opened(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

/** Texts as people and other programs leave them: with line ends, codes, quotes, and what could be a formula. */
const text = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      '+1',
      '@x',
      '_x000D_',
      '_x0041',
      'a\r\nb',
      '\r',
      '\u0007',
      ' x ',
      '<b>&amp;</b>',
      '007',
      '1e5',
      'TRUE',
    ),
    fc.string({ unit: fc.constantFrom('_', 'x', '0041', '\r', '\n', '&', '"', '😀'), maxLength: 8 }),
  )
  .map((one) => one.replaceAll('\0', ''));
const number = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.integer());
const value: fc.Arbitrary<CellValue> = fc.oneof(text, number, fc.boolean(), fc.constant(null));

/** -0 is 0 in a file, and nothing is an empty text. */
const plain = (one: CellValue): CellValue => (one === '' ? null : one === 0 ? 0 : one);

describe('ExcelJS', () => {
  it('reads back every value, of its type', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(value, { maxLength: 5 }), { maxLength: 60 }), async (rows) => {
        const sheet = await opened(await written(rows.map((row) => row.map((one) => ({ value: one })))));
        const read = rows.map((row, at) => row.map((_, column) => decoded(sheet.getCell(at + 1, column + 1).value)));
        expect(read).toEqual(rows.map((row) => row.map(plain)));
      }),
      { numRuns: 20 },
    );
  });

  it('reads formulas with what they come to, and errors as errors', async () => {
    const cells: Cell[] = [
      { value: 3, formula: '1+2' },
      { value: 'a<b', formula: '"a<"&"b"' },
      { value: true, formula: '1<2' },
      { value: '#DIV/0!', formula: '1/0' },
      { value: null, formula: 'B9' },
    ];
    const sheet = await opened(await written([cells]));
    expect(cells.map((_, at) => sheet.getCell(1, at + 1).value)).toEqual([
      { formula: '1+2', result: 3 },
      { formula: '"a<"&"b"', result: 'a<b' },
      { formula: '1<2', result: true },
      { formula: '1/0', result: { error: '#DIV/0!' } },
      { formula: 'B9' },
    ]);
  });

  it.each(['en-US', 'de-DE', 'ja-JP', 'ar-EG'])('reads dates as dates in the format of %s', async (locale) => {
    const formats = numberFormats(locale);
    const days = ['1900-03-01', '1999-12-31', '2028-02-29', '9999-12-31', '2026-11-26T13:30:00.000Z'];
    const cells = days.map(
      (iso): Cell => ({ value: serialDate(iso), format: iso.length > 10 ? formats.instant : formats.date }),
    );
    const sheet = await opened(await written([cells]));
    const read = cells.map((_, at) => sheet.getCell(1, at + 1));
    expect(read.map((cell) => cell.value)).toEqual(days.map((iso) => new Date(iso)));
    expect(read.map((cell) => cell.numFmt)).toEqual(cells.map(({ format }) => format));
  });

  it('reads formats, looks and what stays in view', async () => {
    const cells: Cell[] = [
      { value: 'Name', look: 'head' },
      { value: 12.5, format: '#,##0.00 [$€]', look: 'input' },
      { value: 0.5, format: '0.0%' },
    ];
    const bytes = await written([cells, cells], {
      columns: [{ width: 31 }, { width: 9 }, { width: 9 }],
      freeze: { rows: 1, columns: 2 },
      filterRow: 1,
    });
    const sheet = await opened(bytes);
    expect(sheet.getCell('A1').font).toMatchObject({ bold: true, name: 'Calibri' });
    expect(sheet.getCell('A1').alignment).toMatchObject({ wrapText: true });
    expect(sheet.getCell('B2').numFmt).toBe('#,##0.00 [$€]');
    expect(sheet.getCell('B2').fill).toMatchObject({ type: 'pattern', fgColor: { argb: 'FFFFF6D6' } });
    expect(sheet.getCell('C2').numFmt).toBe('0.0%');
    expect(sheet.getColumn(1).width).toBe(31);
    expect(sheet.views).toEqual([expect.objectContaining({ state: 'frozen', xSplit: 2, ySplit: 1 })]);
    expect(sheet.autoFilter).toBe('A1:C2');
  });

  it('reads who made it, when and of what', async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(new Uint8Array(await written([])).buffer);
    const created = new Date('2026-11-23T10:00:00.000Z');
    expect(book).toMatchObject({ title: 'T', subject: 'S', creator: 'Modelfolio', created, modified: created });
  });
});

describe('our own reader', () => {
  it('reads back every text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 100 }), async (rows) => {
        const table = [['First', 'Second'], ...rows];
        const bytes = await written(table.map((row) => row.map((one) => ({ value: one }))));
        // Rows that add up others are left out, and said to be, unless they are to be kept: texts of digits may do so.
        const read = await files.read('back.xlsx', bytes, { totals: 'keep' });
        expect(read.labels).toEqual(['First', 'Second']);
        const kept = (one: string): string => (one.trim() === '' ? '' : one);
        expect(read.rows).toEqual(rows.map((row) => row.map(kept)).filter((row) => row.some((one) => one !== '')));
        expect(read.problems).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('reads numbers, dates and truths as they are', async () => {
    const { date, instant } = numberFormats('de-DE');
    const head = ['Number', 'Day', 'Moment', 'Truth', 'Text'].map((one) => ({ value: one }));
    const row: Cell[] = [
      { value: -1234.5 },
      { value: serialDate('2026-11-26'), format: date },
      { value: serialDate('2026-11-26T13:30:00Z'), format: instant },
      { value: true },
      { value: '=1+1' },
    ];
    const read = await files.read('kinds.xlsx', await written([head, row]));
    expect(read.rows).toEqual([['-1234.5', '2026-11-26', '2026-11-26T13:30:00', 'true', '=1+1']]);
  });
});
