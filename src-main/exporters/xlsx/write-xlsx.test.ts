import { describe, expect, it, vi } from 'vitest';
import { malformed, packageFaults, partsOf } from '../testing/office-package';
import { type Cell, type Look, quoteSheet, type Row, type Sheet } from './cells';
import { type Workbook, writeXlsx, writeXlsxTo } from './write-xlsx';

const properties = {
  title: 'A & B <Q3>',
  subject: 'Content "1"',
  creator: 'Modelfolio',
  created: '2026-11-23T10:00:00.000Z',
};

const sheet = (rows: Iterable<Row>, more: Partial<Sheet> = {}): Sheet => ({
  name: 'Models',
  columns: [],
  rows,
  ...more,
});
const book = (...sheets: Sheet[]): Workbook => ({ sheets, names: [], properties });
const row = (...values: Cell['value'][]): Row => values.map((value) => ({ value }));
const formula = (text: string, value: Cell['value'] = null): Cell => ({ value, formula: text });

/** The inside of the first sheet's `<sheetData>`. */
async function rowsOf(...rows: Row[]): Promise<string> {
  const xml = partsOf(await writeXlsx(book(sheet(rows)))).get('xl/worksheets/sheet1.xml') ?? '';
  return /<sheetData>(.*)<\/sheetData>/s.exec(xml)?.[1] ?? '';
}

const WHOLE: Workbook = {
  sheets: [
    sheet([row('Name', 'Value'), row('<Churn> & "co"', 1.5), row('x\u0000\uD83Dy', true)], {
      columns: [{ width: 20 }, { width: 9.5 }],
      freeze: { rows: 1, columns: 1 },
      filterRow: 1,
    }),
    sheet([], { name: "Ada's & Bob's" }),
    sheet([[formula('Models!B2*2', 3), { value: 0.25, format: '0.0%', look: 'input' }]], {
      name: 'Sums',
      freeze: { rows: 0, columns: 2 },
      landscape: false,
    }),
  ],
  names: [{ name: 'S1_rate', place: "'Ada''s & Bob''s'!$A$1" }],
  properties,
};

describe('the package', () => {
  it('has well-formed parts, each with its type and named by what needs it', async () => {
    const parts = partsOf(await writeXlsx(WHOLE));
    expect(packageFaults(parts)).toEqual([]);
    for (const [name, xml] of parts) expect(malformed(xml), name).toBeNull();
    expect([...parts.keys()].filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(3);
  });

  it('is the same bytes for the same content, whatever the clock and the zone of the machine', async () => {
    const bytes = await writeXlsx(WHOLE);
    for (const zone of ['Pacific/Auckland', 'America/Los_Angeles']) {
      vi.stubEnv('TZ', zone);
      expect(Buffer.compare(await writeXlsx(WHOLE), bytes), zone).toBe(0);
    }
    // Another title changes the properties and nothing else.
    const other = partsOf(await writeXlsx({ ...WHOLE, properties: { ...properties, title: 'C' } }));
    const differs = [...partsOf(bytes)].filter(([name, xml]) => other.get(name) !== xml).map(([name]) => name);
    expect(differs).toEqual(['docProps/core.xml']);
  });

  it('names sheets, places and filters as formulas do', async () => {
    const xml = partsOf(await writeXlsx(WHOLE)).get('xl/workbook.xml') ?? '';
    expect(xml).toContain('<sheet name="Ada\'s &amp; Bob\'s" sheetId="2" r:id="rId2"/>');
    expect(xml).toContain(
      '<definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">\'Models\'!$A$1:$B$3<',
    );
    expect(xml).toContain("<definedName name=\"S1_rate\">'Ada''s &amp; Bob''s'!$A$1</definedName>");
    expect(quoteSheet("Ada's")).toBe("'Ada''s'");
  });

  it('filters no table that has a head alone', async () => {
    const parts = partsOf(await writeXlsx(book(sheet([row('Name')], { columns: [{ width: 9 }], filterRow: 1 }))));
    expect(parts.get('xl/worksheets/sheet1.xml')).not.toContain('autoFilter');
    expect(parts.get('xl/workbook.xml')).not.toContain('_FilterDatabase');
  });

  it.each([
    [{ rows: 1, columns: 0 }, 'ySplit="1" topLeftCell="A2" activePane="bottomLeft"'],
    [{ rows: 0, columns: 2 }, 'xSplit="2" topLeftCell="C1" activePane="topRight"'],
    [{ rows: 3, columns: 1 }, 'xSplit="1" ySplit="3" topLeftCell="B4" activePane="bottomRight"'],
  ])('keeps %j in view', async (freeze, pane) => {
    const parts = partsOf(await writeXlsx(book(sheet([], { freeze }))));
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain(`<pane ${pane} state="frozen"/>`);
  });
});

describe('a cell', () => {
  it.each<[Cell | null, string]>([
    [null, ''],
    [{ value: null }, '<c r="A1" s="0"/>'],
    [{ value: '' }, '<c r="A1" s="0"/>'],
    [{ value: 0 }, '<c r="A1" s="0"><v>0</v></c>'],
    [{ value: -0.1 }, '<c r="A1" s="0"><v>-0.1</v></c>'],
    [{ value: 1e21 }, '<c r="A1" s="0"><v>1e+21</v></c>'],
    [{ value: Number.NaN }, '<c r="A1" s="0"/>'],
    [{ value: Number.POSITIVE_INFINITY }, '<c r="A1" s="0"/>'],
    [{ value: true }, '<c r="A1" s="0" t="b"><v>1</v></c>'],
    [{ value: false }, '<c r="A1" s="0" t="b"><v>0</v></c>'],
    [{ value: '007' }, '<c r="A1" s="0" t="inlineStr"><is><t>007</t></is></c>'],
    [{ value: ' <a> ' }, '<c r="A1" s="0" t="inlineStr"><is><t xml:space="preserve"> &lt;a&gt; </t></is></c>'],
    [formula('A2<>"x"', true), '<c r="A1" s="0" t="b"><f>A2&lt;&gt;&quot;x&quot;</f><v>1</v></c>'],
    [formula('A2&"a"', 'a'), '<c r="A1" s="0" t="str"><f>A2&amp;&quot;a&quot;</f><v>a</v></c>'],
    [formula('1/3', 1 / 3), '<c r="A1" s="0"><f>1/3</f><v>0.3333333333333333</v></c>'],
    [formula('1/0', '#DIV/0!'), '<c r="A1" s="0" t="e"><f>1/0</f><v>#DIV/0!</v></c>'],
    [formula('A2'), '<c r="A1" s="0"><f>A2</f></c>'],
    [formula('A2', Number.NaN), '<c r="A1" s="0"><f>A2</f></c>'],
  ])('%j is %s', async (cell, xml) => {
    expect(await rowsOf([cell])).toBe(`<row r="1">${xml}</row>`);
  });

  it('that could be taken for a formula is marked as text for good', async () => {
    const rows = await rowsOf(row('=1+1', 'a', '@x'));
    expect([...rows.matchAll(/ s="(\d)" t="inlineStr"/g)].map(([, style]) => style)).toEqual(['1', '0', '1']);
    const styles = partsOf(await writeXlsx(book(sheet([row('=1+1')])))).get('xl/styles.xml') ?? '';
    expect(styles.match(/quotePrefix="1"/g)).toHaveLength(1);
  });

  it('lies where it was put, with gaps', async () => {
    const far: Row = [...Array.from({ length: 27 }, () => null), { value: 1 }];
    expect(await rowsOf([], far)).toBe('<row r="1"></row><row r="2"><c r="AB2" s="0"><v>1</v></c></row>');
  });
});

describe('styles', () => {
  it('are shared by all cells that look alike, over all sheets', async () => {
    const money: Cell = { value: 1, format: '#,##0.00 "€"' };
    const looks: Look[] = ['plain', 'head', 'plain', 'head'];
    const cells = looks.flatMap((look): Cell[] => [
      { value: 1, look },
      { ...money, look },
    ]);
    const parts = partsOf(await writeXlsx(book(sheet([cells, cells]), sheet([cells], { name: 'More' }))));
    const styles = parts.get('xl/styles.xml') ?? '';
    expect(styles).toContain(
      '<numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0.00 &quot;€&quot;"/></numFmts>',
    );
    expect(styles).toContain('<cellXfs count="4">');
    for (const name of ['xl/worksheets/sheet1.xml', 'xl/worksheets/sheet2.xml']) {
      const used = [...(parts.get(name) ?? '').matchAll(/<c r="\w+" s="(\d+)"/g)].map(([, style]) => style);
      expect(used.slice(0, 8), name).toEqual(['0', '1', '2', '3', '0', '1', '2', '3']);
    }
  });

  it('let wrapped texts have the lines that they need, up to the highest row there is', async () => {
    const xml = async (length: number): Promise<string | undefined> => {
      const long: Row = [{ value: 'x'.repeat(length), look: 'wrap' }];
      const parts = partsOf(await writeXlsx(book(sheet([long], { columns: [{ width: 10 }] }))));
      return /<row r="1"( ht="[\d.]+")?/.exec(parts.get('xl/worksheets/sheet1.xml') ?? '')?.[1];
    };
    expect(await xml(5)).toBeUndefined();
    expect(await xml(20)).toBe(' ht="42"');
    expect(await xml(30_000)).toBe(' ht="409"');
  });
});

describe('long sheets', () => {
  const numbered = function* (count: number): Generator<Row> {
    for (let n = 1; n <= count; n += 1) yield row(n, `Model ${n} of a long sheet, so that pieces are full soon`);
  };

  it('tell how many rows are written in all sheets together', async () => {
    const told: number[] = [];
    const sheets = [sheet(numbered(4_000)), sheet([row(1)], { name: 'B' }), sheet(numbered(4_000), { name: 'C' })];
    await writeXlsx(book(...sheets), (rows) => told.push(rows));
    expect(told.length).toBeGreaterThan(0);
    expect(told).toEqual(told.toSorted((a, b) => a - b));
    expect(new Set(told).size).toBe(told.length);
    expect(told.filter((rows) => rows <= 4_000).length).toBeGreaterThan(1);
    expect(told.at(-1)).toBeGreaterThan(4_001);
    expect(told.at(-1)).toBeLessThanOrEqual(8_001);
  });

  it('stop where the caller wants no more, and let others take their turn', async () => {
    let turns = 0;
    const timer = setInterval(() => (turns += 1), 0);
    const stopped = writeXlsx(book(sheet(numbered(20_000))), (rows) => {
      if (rows > 10_000) throw new Error('no more');
    });
    await expect(stopped).rejects.toThrow('no more');
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it('are refused beyond the last row that a sheet has', { timeout: 60_000 }, async () => {
    let taken = 0;
    const none: Row = [];
    const rows = function* (): Generator<Row> {
      for (;;) {
        taken += 1;
        yield none;
      }
    };
    await expect(writeXlsx(book(sheet(rows())))).rejects.toMatchObject({
      code: 'refused',
      message: expect.stringMatching(/^Models has more than 1,048,576 rows.*CSV/),
    });
    expect(taken).toBe(1_048_577);
  });
});

it('gives a large workbook in parts as its rows come, none of which is a large part of it', async () => {
  let read = 0;
  const rows = function* (): Generator<Row> {
    // Texts that cannot be packed well.
    for (let at = 0; at < 20_000; at += 1, read += 1) yield row(String(Math.sin(at)), String(Math.cos(at)), at);
  };
  const large = () => book(sheet({ [Symbol.iterator]: rows }));
  const parts: Uint8Array[] = [];
  const readBefore: number[] = [];
  await writeXlsxTo(large(), async (part) => {
    parts.push(part);
    readBefore.push(read);
  });
  expect(readBefore.filter((rows, at) => rows < 15_000 && (parts[at]?.length ?? 0) > 50_000).length).toBeGreaterThan(0);
  const whole = await writeXlsx(large());
  expect(Buffer.concat(parts).equals(whole)).toBe(true);
  expect(whole.length).toBeGreaterThan(500_000);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThan(whole.length / 4);
});
