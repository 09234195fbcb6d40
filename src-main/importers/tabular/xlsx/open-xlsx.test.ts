import { deflateRawSync } from 'node:zlib';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { processorMs } from '../../../testing/processor-time';
import { makeXlsx } from '../../testing/make-xlsx';
import { tempFiles } from '../../testing/temp-files';

const files = tempFiles();

const inline = (address: string, text: string): string => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;

describe('an XLSX workbook', () => {
  it('gives its cells as texts: dates as ISO, numbers without noise, booleans, rich and inline strings', async () => {
    const bytes = makeXlsx({
      strings: [
        '<t>Name</t>',
        '<r><t>Rich </t></r><r><t xml:space="preserve">text &amp; more</t></r><rPh><t>x</t></rPh>',
        '<t>a_x000D_b</t>',
      ],
      styles: [0, 14, 22, 164, 165],
      formats: [
        [164, 'dd\\.mm\\.yyyy;@'],
        [165, '[Red]0.00 &quot;days&quot;'],
      ],
      sheets: [
        {
          name: 'Models',
          rows: `<row r="1"><c r="A1" t="s"><v>0</v></c>${inline('B1', 'Date')}${inline('C1', 'Number')}${inline('D1', 'Live')}</row>
          <row r="3"><c r="A3" t="s"><v>1</v></c><c r="B3" s="1"><v>45292</v></c><c r="C3"><v>0.30000000000000004</v></c><c r="D3" t="b"><v>1</v></c></row>
          <row r="4"><c r="A4" t="s"><v>2</v></c><c r="B4" s="2"><v>45292.75</v></c><c r="C4" s="4"><v>12</v></c><c r="D4" t="b"><v>0</v></c></row>
          <row r="5"><c r="A5" t="str"><f>1+1</f><v>formula</v></c><c r="B5" s="3"><v>59</v></c><c r="C5" t="e"><v>#REF!</v></c></row>`,
        },
      ],
    });
    const table = await files.read('models.csv', bytes);
    expect(table).toMatchObject({
      fileKind: 'xlsx',
      chosenSheets: ['Models'],
      sheets: [{ name: 'Models', state: 'visible' }],
      headerRow: 1,
      encoding: '',
    });
    expect(table.labels).toEqual(['Name', 'Date', 'Number', 'Live']);
    expect(table.rowNumbers).toEqual([3, 4, 5]);
    expect(table.rows).toEqual([
      ['Rich text & more', '2024-01-01', '0.3', 'true'],
      ['a\rb', '2024-01-01T18:00:00', '12', 'false'],
      ['formula', '1900-02-28', '', ''],
    ]);
    expect(table.problems).toMatchObject([{ code: 'cell_error', row: 5, value: '#REF!', effect: 'note' }]);
  });

  it('says of formulas that were never computed that their values are not there', async () => {
    const rows = `<row r="1">${inline('A1', 'Name')}${inline('B1', 'Cost')}</row>
      <row r="2">${inline('A2', 'Churn')}<c r="B2"><f>1+1</f><v></v></c></row>
      <row r="3">${inline('A3', 'Fraud')}<c r="B3"><f>1+1</f><v>2</v></c><c r="C3" t="str"><f>""</f><v></v></c></row>`;
    const table = await files.read('formulas.xlsx', makeXlsx({ sheets: [{ name: 'S', rows }] }));
    expect(table.rows).toEqual([
      ['Churn', ''],
      ['Fraud', '2'],
    ]);
    expect(table.problems).toMatchObject([{ code: 'formula_without_value', row: 2 }]);
  });

  it('counts days from 1904 where the workbook says so', async () => {
    const rows = `<row r="1">${inline('A1', 'When')}</row><row r="2"><c r="A2" s="1"><v>43830</v></c></row>`;
    const table = await files.read(
      'mac.xlsx',
      makeXlsx({ from1904: true, styles: [0, 14], sheets: [{ name: 'S', rows }] }),
    );
    expect(table.rows).toEqual([['2024-01-01']]);
  });

  it('takes the first worksheet with data, or the one that is asked for', async () => {
    const sheet = (name: string, text: string) => ({
      name,
      rows: text && `<row r="1">${inline('A1', 'H')}</row><row r="2">${inline('A2', text)}</row>`,
    });
    const bytes = makeXlsx({ sheets: [sheet('Empty', ''), sheet('Two', 'b'), sheet('Three', 'c')] });
    expect(await files.read('s.xlsx', bytes)).toMatchObject({
      sheets: [{ name: 'Empty' }, { name: 'Two' }, { name: 'Three' }],
      chosenSheets: ['Two'],
      rows: [['b']],
    });
    expect(await files.read('s.xlsx', bytes, { sheet: 'Three' })).toMatchObject({
      chosenSheets: ['Three'],
      rows: [['c']],
    });
    await expect(files.read('s.xlsx', bytes, { sheet: 'Four' })).rejects.toThrow(
      /no worksheet "Four".*Empty, Two, Three/,
    );
    await expect(files.read('s.xlsx', bytes, { sheet: 'Empty' })).rejects.toThrow(/holds no rows/);
  });

  it('refuses a table that is too wide, but not one that only has formatted empty cells out there', async () => {
    const at = (inner: string) => `<row r="1">${inline('A1', 'H')}${inner}</row><row r="2">${inline('A2', 'a')}</row>`;
    const wide = makeXlsx({ sheets: [{ name: 'S', rows: at(inline('NTP1', 'far')) }] });
    await expect(files.read('wide.xlsx', wide)).rejects.toThrow(/10,000 columns/);
    const formatted = makeXlsx({ sheets: [{ name: 'S', rows: at('<c r="XFD1" s="0"/>') }] });
    expect((await files.read('formatted.xlsx', formatted)).labels).toEqual(['H']);
  });
});

describe('an archive that is no table', () => {
  it.each([
    [
      'a Word document',
      zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }),
      /is a Word document/,
    ],
    ['a cut-off workbook', makeXlsx({ sheets: [{ name: 'S', rows: '' }] }).subarray(0, 400), /is damaged/],
    ['an empty archive', zipSync({}), /without a file in it/],
  ])('refuses %s', async (_, bytes, sentence) => {
    const reading = files.read('archive.xlsx', bytes);
    await expect(reading).rejects.toMatchObject({ code: 'bad_file' });
    await expect(reading).rejects.toThrow(sentence);
  });

  it('refuses a damaged part, found by its checksum', async () => {
    const rows = `<row r="1">${inline('A1', 'Header')}</row><row r="2">${inline('A2', 'x')}</row>`;
    const bytes = zipSync(unzipSync(makeXlsx({ sheets: [{ name: 'S', rows }] })), { level: 0 });
    const at = Buffer.from(bytes).indexOf('Header');
    bytes[at] = 'h'.charCodeAt(0);
    await expect(files.read('damaged.xlsx', bytes)).rejects.toThrow(/is damaged/);
  });

  it('refuses a document type, so that no entity can be declared', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': strToU8('<!DOCTYPE x [<!ENTITY a "aaaa">]><workbook>&a;</workbook>') });
    await expect(files.read('doctype.xlsx', bytes)).rejects.toThrow(/is damaged/);
  });

  it('refuses a bomb by what its directory declares', async () => {
    const bytes = zipSync({ 'xl/workbook.xml': new Uint8Array(20 * 1024 * 1024) });
    await expect(files.read('bomb.xlsx', bytes)).rejects.toThrow(/more than 200 times its size/);
  });

  it('refuses a bomb whose directory lies, while it unpacks', async () => {
    const bytes = lyingBomb(64 * 1024 * 1024);
    const before = processorMs();
    await expect(files.read('liar.xlsx', bytes)).rejects.toThrow(/more than 200 times its size/);
    expect(processorMs() - before).toBeLessThan(10_000);
  });

  it('refuses an archive with too many parts', async () => {
    const parts = Object.fromEntries(Array.from({ length: 10_001 }, (_, i) => [`p${i}`, new Uint8Array(0)]));
    await expect(files.read('many.xlsx', zipSync(parts, { level: 0 }))).rejects.toThrow(/more than 10,000 parts/);
  });
});

/** One part that unpacks to `size` zero bytes while the directory claims a hundred. */
function lyingBomb(size: number): Uint8Array {
  const bytes = Buffer.from(zipSync({ 'xl/workbook.xml': [deflateRawSync(Buffer.alloc(size)), { level: 0 }] }));
  const directory = bytes.indexOf(Buffer.from('504b0102', 'hex'));
  for (const [at, field] of [
    [0, 8],
    [directory, 10],
  ] as const) {
    bytes.writeUInt16LE(8, at + field);
  }
  bytes.writeUInt32LE(100, directory + 24);
  return bytes;
}
