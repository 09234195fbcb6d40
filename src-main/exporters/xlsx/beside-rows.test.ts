import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { malformed, packageFaults, partsOf } from '../testing/office-package';
import { orderFaults } from '../testing/ooxml-order';
import { MOST_LINKS, webAddress } from './beside-rows';
import type { Cell, Row, Sheet } from './cells';
import { writeXlsx } from './write-xlsx';

const properties = { title: 'T', subject: 'S', creator: 'Modelfolio', created: '2026-11-23T10:00:00.000Z' };

const written = (rows: Iterable<Row>, more: Partial<Sheet> = {}): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: 'Inputs', columns: [{ width: 30 }, { width: 30 }], rows, ...more },
      { name: "Ada's", columns: [{ width: 9 }], rows: [[{ value: 'x' }]] },
    ],
    names: [],
    properties,
  });

async function opened(bytes: Uint8Array): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

const EVERYTHING: Row[] = [
  [{ value: 'a long sentence over both columns', look: 'wrap', across: 2 }],
  [
    { value: 'there', link: { sheet: "Ada's", cell: 'A1' } },
    { value: 'out', link: { url: 'https://example.com/a?b=1&c=2#part' } },
  ],
  [
    { value: 5, look: 'input', rule: { kind: 'decimal', least: 0, most: 1e15, problem: 'Write an amount "≥ 0".' } },
    { value: 'mean', look: 'input', rule: { kind: 'list', among: ['mean', 'end'], problem: 'mean or end' } },
  ],
];

it('stands behind the rows in the order of the schema, well-formed, and every target is named', async () => {
  const parts = partsOf(
    await written(EVERYTHING, { isProtected: true, filterRow: 1, freeze: { rows: 1, columns: 1 } }),
  );
  expect(orderFaults(parts)).toEqual([]);
  expect(packageFaults(parts)).toEqual([]);
  for (const [name, xml] of parts) expect(malformed(xml), name).toBeNull();
});

describe('links', () => {
  it('lead to cells of the workbook and to the web, and look like it', async () => {
    const bytes = await written(EVERYTHING);
    const parts = partsOf(bytes);
    const xml = parts.get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml).toContain('<hyperlink ref="A2" location="\'Ada\'\'s\'!A1"/>');
    expect(xml).toContain('<hyperlink ref="B2" r:id="rId1" location="part"/>');
    expect(parts.get('xl/worksheets/_rels/sheet1.xml.rels')).toContain(
      'Target="https://example.com/a?b=1&amp;c=2" TargetMode="External"',
    );
    const sheet = await opened(bytes);
    expect(sheet.getCell('A2').font.underline).toBe(true);
    expect(sheet.getCell('A1').font.underline).toBeUndefined();
  });

  it.each([
    ['https://example.com/a b', 'https://example.com/a%20b'],
    ['mailto:ada@example.com', 'mailto:ada@example.com'],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['\\\\server\\share', null],
    ['JIRA-12', null],
    [`https://example.com/${'x'.repeat(3_000)}`, null],
    ['', null],
  ])('lead to %s as %s', (text, address) => expect(webAddress(text)).toBe(address));

  it('are no more than a program takes; what comes behind is plain text', async () => {
    const link = { sheet: "Ada's", cell: 'A1' };
    const rows = Array.from({ length: MOST_LINKS + 5 }, (): Row => [{ value: 'm', link }]);
    const xml = partsOf(await written(rows)).get('xl/worksheets/sheet1.xml') ?? '';
    expect(xml.match(/<hyperlink /g)).toHaveLength(MOST_LINKS);
    expect(xml).toContain(`<c r="A${MOST_LINKS + 1}" s="0" t="inlineStr">`);
  });
});

describe('what may be typed', () => {
  it('is told with its limits, and once for all cells of one rule', async () => {
    const rule = { kind: 'whole', least: 0, most: 120, mayBeEmpty: true, problem: 'months' } as const;
    const bytes = await written([
      ...EVERYTHING,
      [
        { value: 1, rule },
        { value: 2, rule },
      ],
    ]);
    const sheet = await opened(bytes);
    expect(sheet.getCell('A3').dataValidation).toMatchObject({
      type: 'decimal',
      operator: 'between',
      formulae: [0, 1e15],
      showErrorMessage: true,
      error: 'Write an amount "≥ 0".',
    });
    expect(sheet.getCell('B3').dataValidation).toMatchObject({ type: 'list', formulae: ['"mean,end"'] });
    for (const place of ['A4', 'B4']) {
      expect(sheet.getCell(place).dataValidation).toMatchObject({
        type: 'whole',
        allowBlank: true,
        formulae: [0, 120],
      });
    }
    expect(partsOf(bytes).get('xl/worksheets/sheet1.xml')).toContain('<dataValidations count="3">');
  });
});

it('opens inputs alone where a sheet is protected, without a password', async () => {
  const sheet = await opened(await written(EVERYTHING, { isProtected: true }));
  // ExcelJS reads the marks of the sheet as they are written: 0 is allowed.
  const xml = partsOf(await written(EVERYTHING, { isProtected: true })).get('xl/worksheets/sheet1.xml') ?? '';
  expect(/<sheetProtection [^>]*>/.exec(xml)?.[0]).not.toMatch(/password|hash/i);
  expect(xml).toContain('formatColumns="0" formatRows="0" sort="0" autoFilter="0"');
  expect(sheet.getCell('A3').protection).toMatchObject({ locked: false });
  expect(sheet.getCell('A1').protection?.locked).not.toBe(false);
});

it('gives merged cells the height of their text over all of their columns', async () => {
  const text: Cell = { value: 'x'.repeat(100), look: 'wrap' };
  const height = async (cell: Cell) =>
    /<row r="1"( ht="\d+")?/.exec(partsOf(await written([[cell]])).get('xl/worksheets/sheet1.xml') ?? '')?.[1];
  expect(await height(text)).toBe(' ht="56"');
  expect(await height({ ...text, across: 2 })).toBe(' ht="28"');
  // A text that may be cut shows four lines of many.
  expect(await height({ value: 'x'.repeat(3_000), look: 'clip' })).toBe(' ht="56"');
});

describe('printed', () => {
  const wide = Array.from({ length: 12 }, () => ({ width: 30 }));
  it('repeats what stays in view and prints what the columns hold', async () => {
    const bytes = await written(EVERYTHING, { columns: wide, freeze: { rows: 1, columns: 2 } });
    const xml = partsOf(bytes).get('xl/workbook.xml') ?? '';
    expect(xml).toContain('<definedName name="_xlnm.Print_Area" localSheetId="0">\'Inputs\'!$A$1:$L$3</definedName>');
    expect(xml).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">\'Inputs\'!$A:$B,\'Inputs\'!$1:$1</definedName>',
    );
  });

  it('is one page wide where that can be read, and else several at 70 %', async () => {
    const setup = async (columns: Sheet['columns']) =>
      /<pageSetup [^>]*>/.exec(
        partsOf(await written(EVERYTHING, { columns })).get('xl/worksheets/sheet1.xml') ?? '',
      )?.[0];
    expect(await setup([{ width: 100 }, { width: 90 }])).toContain('fitToWidth="1" fitToHeight="0"');
    expect(await setup(wide)).toContain('scale="70"');
    expect(await setup(wide)).not.toContain('fitTo');
  });
});
