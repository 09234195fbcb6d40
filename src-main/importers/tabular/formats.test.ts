import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encodeText } from '../testing/encode-text';
import { tempFiles } from '../testing/temp-files';

const files = tempFiles();

const lines = (items: readonly object[]): string => items.map((item) => JSON.stringify(item)).join('\n');

describe('lists in JSON', () => {
  it('become rows, with dotted names for what is nested, in the order in which names come', async () => {
    const table = await files.read(
      'models.json',
      JSON.stringify([
        { name: 'Churn', owner: { name: 'Ada', team: { unit: 'Retail' } }, tags: ['a', 'b'], live: true, value: 1.5 },
        { name: 'Fraud', tier: 1, owner: null, versions: [{ v: 1 }], note: 'two\nlines "quoted"' },
      ]),
    );
    expect(table).toMatchObject({ fileKind: 'json', encoding: 'utf-8', headerRow: 0, sheets: [], rowNumbers: [1, 2] });
    expect(table.labels).toEqual([
      ...['name', 'owner.name', 'owner.team.unit', 'tags', 'live', 'value', 'tier', 'owner', 'versions', 'note'],
    ]);
    expect(table.rows).toEqual([
      ['Churn', 'Ada', 'Retail', 'a, b', 'true', '1.5', '', '', '', ''],
      ['Fraud', '', '', '', '', '', '1', '', '[{"v":1}]', 'two\nlines "quoted"'],
    ]);
  });

  it.each([
    ['{"data": [{"a": 1}]}', 'a'],
    ['{"result": {"count": 1, "records": [{"a": 1}]}}', 'a'],
    ['\ufeff [ {"a": 1} ] ', 'a'],
  ])('are found inside what a service wraps around them: %s', async (text, label) => {
    expect(await files.read('wrapped.json', text)).toMatchObject({ labels: [label], rows: [['1']] });
  });

  it('are to be chosen among where there are several, the longest first', async () => {
    const text = JSON.stringify({ meta: [{ page: 1 }], data: { models: [{ n: 'A' }, { n: 'B' }], units: [] } });
    const table = await files.read('several.json', text);
    expect(table).toMatchObject({ chosenSheets: ['data.models'], rows: [['A'], ['B']] });
    expect(table.sheets.map(({ name }) => name)).toEqual(['data.models', 'meta']);
    expect((await files.read('several.json', text, { sheet: 'meta' })).rows).toEqual([['1']]);
  });

  it('may be objects one a line, with lists inside', async () => {
    const table = await files.read('models.jsonl', `${lines([{ a: 1, tags: [{ t: 1 }] }, { b: 2 }])}\n`);
    expect(table).toMatchObject({
      labels: ['a', 'tags', 'b'],
      rows: [
        ['1', '[{"t":1}]', ''],
        ['', '', '2'],
      ],
    });
    expect((await files.read('one.jsonl', '{"a": 1}\n')).rows).toEqual([['1']]);
  });

  it('keep long numbers as they were written, and read what Python writes for missing ones', async () => {
    const table = await files.read('ids.json', '[{"id": 12345678901234567890, "n": 3, "x": NaN, "e": -Infinity}]');
    expect(table.rows).toEqual([['12345678901234567890', '3', '', '-Infinity']]);
  });

  it('take names that are names of object internals as any other', async () => {
    const table = await files.read('proto.json', '[{"__proto__": "x", "constructor": {"prototype": "y"}}]');
    expect(table).toMatchObject({ labels: ['__proto__', 'constructor.prototype'], rows: [['x', 'y']] });
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
  });

  it('are read in other encodings than UTF-8', async () => {
    const text = '[{"name": "Größe für Prüfer Müller"}]';
    expect((await files.read('wide.json', Buffer.from(text, 'utf16le'))).rows[0]).toEqual(['Größe für Prüfer Müller']);
    expect((await files.read('old.json', encodeText(text, 'windows-1252'))).rows[0]).toEqual([
      'Größe für Prüfer Müller',
    ]);
  });

  it('are read over the borders between steps', async () => {
    const items = Array.from({ length: 9_000 }, (_, n) => ({ n, text: `"é\\${'x'.repeat(n % 97)}` }));
    const table = await files.read('long.json', JSON.stringify({ data: items }));
    expect(table.rows).toEqual(items.map(({ n, text }) => [String(n), text]));
    expect((await files.read('long.jsonl', lines(items))).rows).toEqual(table.rows);
  });

  it.each([
    ['[{"a": 1}, {"a": ', /ends in the middle/],
    ['[{"a": 1}}', /is none: something in it is out of place/],
    ['[{"a": 1} x]', /out of place/],
    ['[{"a": truth}]', /object 1 of bad\.json is not valid JSON/],
    ['[1, 2, 3]', /no list of objects/],
    ['[]', /no list of objects/],
    [`[{"a": ${'['.repeat(100_000)}`, /nested more than 64 levels/],
    [`[{"a": "${'x'.repeat(4_100_000)}"}]`, /more than 4,000,000 characters/],
    [`[${Array.from({ length: 2_100 }, (_, n) => `{"k${n}": 1}`).join(',')}]`, /more than 2,000 different names/],
  ])('are refused with a sentence: %#', async (text, sentence) => {
    await expect(files.read('bad.json', text)).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(sentence),
    });
  });
});

describe('a web page', () => {
  it('gives its tables, with cells that span rows and columns', async () => {
    const page = `<!DOCTYPE html><html><head><title>x</title><style>td{}</style></head><body><table><tr><td>navigation</td></tr></table>
      <table><thead><tr><th>Name<th>Unit<th>Stage</thead>
      <tr><td><b>Churn</b> &amp; more<br>second<td rowspan=2>Retail<td>Live<tr><td>Fraud<td>Live
      <tr><td>Nested <table><tr><td>inner</td></tr></table></td><td>A</td><td>B</td></tr></table><script>document.write("<td>no")</script>`;
    const table = await files.read('export.xls', page, { sheet: 'Table 2' });
    expect(table).toMatchObject({ fileKind: 'html', labels: ['Name', 'Unit', 'Stage'] });
    expect(table.rows.slice(0, 2)).toEqual([
      ['Churn & more\nsecond', 'Retail', 'Live'],
      ['Fraud', 'Retail', 'Live'],
    ]);
    expect(table.sheets.map(({ name }) => name)).toEqual(['Table 1', 'Table 2', 'Table 3']);
  });

  it('is refused where its cells span more than a table has', async () => {
    const wide = `<table><tr>${'<td colspan=9999>x'.repeat(2)}</tr></table>`;
    await expect(files.read('wide.html', wide)).rejects.toThrow(/more than 2,000 columns/);
    const deep = '<table><tr><td>'.repeat(50);
    await expect(files.read('deep.html', deep)).rejects.toThrow(/too many tables/);
  });
});

describe('packed tables', () => {
  const csv = 'Name;Größe\nChurn;groß\n';

  it('are read out of gzip, in their own encoding', async () => {
    const table = await files.read('models.csv.gz', gzipSync(encodeText(csv.repeat(3), 'windows-1252')));
    expect(table).toMatchObject({
      fileName: 'models.csv.gz',
      fileKind: 'csv',
      encoding: 'windows-1252',
      delimiter: ';',
    });
    expect(table.rows[0]).toEqual(['Churn', 'groß']);
    expect((await files.read('m.jsonl.gz', gzipSync('{"a":1}\n{"a":2}\n'))).rows).toEqual([['1'], ['2']]);
  });

  it('are read out of ZIP, where there is one, and chosen among where there are several', async () => {
    const one = zipSync({
      'folder/models.csv': strToU8(csv),
      '__MACOSX/._models.csv': strToU8('x'),
      'readme.md': strToU8('y'),
    });
    expect(await files.read('one.zip', one)).toMatchObject({ sheets: [], fileKind: 'csv', rows: [['Churn', 'groß']] });
    const two = zipSync({
      'a.csv': strToU8('Name\nA\n'),
      'b.json': strToU8('[{"Name": "B"}]'),
      'c.tsv': strToU8('Name\tX\nC\t1\n'),
    });
    const table = await files.read('two.zip', two);
    expect(table).toMatchObject({ chosenSheets: ['a.csv'], rows: [['A']] });
    expect(table.sheets.map(({ name }) => name)).toEqual(['a.csv', 'b.json', 'c.tsv']);
    expect(await files.read('two.zip', two, { sheets: ['a.csv', 'b.json'] })).toMatchObject({
      labels: ['Name', 'Sheet'],
      rows: [
        ['A', 'a.csv'],
        ['B', 'b.json'],
      ],
    });
  });

  it.each([
    [
      'a folder in gzip',
      'x.tar.gz',
      gzipSync(Buffer.concat([Buffer.from('a'.padEnd(257, '\0')), Buffer.from('ustar\0'), Buffer.alloc(500)])),
      /packed folder \(tar\)/,
    ],
    ['a picture in gzip', 'x.gz', gzipSync(Buffer.from('89504e470d0a1a0a', 'hex')), /is a PNG picture/],
    ['a bomb in gzip', 'bomb.csv.gz', gzipSync(Buffer.alloc(40_000_000, 'a,b\n')), /more than 200 times its size/],
    [
      'a gzip file cut short',
      'cut.csv.gz',
      gzipSync('a,b\n'.repeat(99)).subarray(0, -9),
      /cannot be unpacked to its end/,
    ],
    [
      'an archive in ZIP',
      'x.zip',
      zipSync({ 'book.xlsx': zipSync({ 'a.csv': strToU8('a,b') }) }),
      /book\.xlsx is no workbook/,
    ],
    [
      'a bomb as a workbook in ZIP',
      'x.zip',
      zipSync({ 'book.xlsx': new Uint8Array(30_000_000) }),
      /more than 200 times its size/,
    ],
    [
      'nothing of use in ZIP',
      'x.zip',
      zipSync({ 'photo.png': strToU8('x') }),
      /without a table in it: it holds photo\.png/,
    ],
    ['a bomb in ZIP', 'x.zip', zipSync({ 'a.csv': new Uint8Array(30_000_000) }), /more than 200 times its size/],
    ['Numbers', 'x.numbers', zipSync({ 'Index/Document.iwa': strToU8('x') }), /Export To, Excel/],
    [
      'a text document',
      'x.odt',
      zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') }),
      /another sort/,
    ],
  ])('%s is refused by name', async (_what, name, bytes, sentence) => {
    await expect(files.read(name, bytes)).rejects.toMatchObject({
      code: 'bad_file',
      message: expect.stringMatching(sentence),
    });
  });
});
